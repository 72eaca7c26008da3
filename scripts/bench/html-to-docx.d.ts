/** html-to-docx has no types of its own. */
declare module 'html-to-docx' {
  export default function htmlToDocx(html: string): Promise<ArrayBuffer>;
}
