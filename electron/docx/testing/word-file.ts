import { Document, Packer, Paragraph, TextRun } from 'docx';

/** A Word file as somebody else would type it: a paragraph a line. */
export const wordFile = (...lines: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })) }] }));
