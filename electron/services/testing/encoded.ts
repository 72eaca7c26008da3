/** The bytes of a text in an encoding that Node reads but does not write. */
export function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(new Uint8Array([first, second]));
      if (character.length === 1 && !bytes.has(character)) bytes.set(character, [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((character) => (character <= '\u007f' ? [character.charCodeAt(0)] : (bytes.get(character) ?? []))));
}
