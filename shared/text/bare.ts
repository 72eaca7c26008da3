/** A text without its white space, to compare what two programs or two papers broke and spaced otherwise. */
export const bareText = (text: string): string => text.replace(/\s/g, '');
