/** The width of a text in characters of its own size: figures and Latin letters are half as wide as Chinese ones. */
export const widthOf = (text: string): number => [...text].reduce((width, character) => width + (/[\u0020-\u024f]/.test(character) ? 0.5 : 1), 0);
