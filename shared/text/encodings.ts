/** The encodings of text files that are used only when she asks for them. */
export const textEncodings = ['gb18030', 'big5'] as const;
export type TextEncoding = (typeof textEncodings)[number];
