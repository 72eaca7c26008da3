/** The same made-up text for every peer: paragraphs of about 200 characters. */
const sentence =
  '會議指出，本會去年完成社區綠化工程十二處，種植喬木三千株，新增會員單位九家，各項收支均依預算執行；會議強調，來年應持續改善維護制度，落實分工，按期檢討。';

/** Paragraphs that together hold about `characters` characters. */
export function paragraphs(characters: number): string[] {
  const text = sentence.repeat(3).slice(0, 200);
  return Array.from({ length: Math.max(1, Math.round(characters / text.length)) }, () => text);
}
