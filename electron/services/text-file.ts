/** A text file from outside: read whole, its encoding told for certain or asked for, never guessed into the record. */
import { analyse } from 'chardet';
import { fail, ok, type Result } from '#shared/result.ts';
import { type TextEncoding, textEncodings, textFileLimit as limit } from '#shared/rpc/schemas.ts';
import { cleanText } from '#shared/text/clean.ts';
import { foldScript } from '#shared/text/fold.ts';

const encodingNames: Readonly<Record<TextEncoding, string>> = { gb18030: 'GB18030', big5: 'Big5' };

/**
 * The text of the bytes of a file, cleaned, without a byte order mark. Errors: file.tooLarge, file.empty, file.binary,
 * and file.encoding, which names the encoding that the bytes seem to be in.
 */
export function decodeText(bytes: Uint8Array, name: string, encoding?: TextEncoding): Result<string> {
  if (bytes.length > limit * 1024 * 1024) return fail('file.tooLarge', { name, limit });
  const marked = markedEncoding(bytes);
  if (!marked && isBinary(bytes)) return fail('file.binary', { name });
  const text = decode(bytes, marked ?? encoding ?? 'utf-8');
  if (text === null) {
    const seeming = marked ? null : seemingEncoding(bytes);
    return seeming ? fail('file.encoding', { name, encoding: encodingNames[seeming], option: seeming }) : fail('file.binary', { name });
  }
  const clean = cleanText(text);
  return clean.trim() === '' ? fail('file.empty', { name }) : ok(clean);
}

/** The text, or null where the bytes are not of that encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Control bytes other than tab, line ends and escape stand in no text of any of these encodings. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b);

/** GB18030 or Big5, whichever reads as text; null where neither does. */
function seemingEncoding(bytes: Uint8Array): TextEncoding | null {
  const scores = textEncodings
    .map((encoding) => ({ encoding, score: readability(bytes, encoding) }))
    .filter(({ score }) => score > 0.5)
    .sort((one, other) => other.score - one.score);
  return scores[0]?.encoding ?? null;
}

/** Signs and characters of everyday records: a wrong decoding gives rare ones. */
const everyday = new Set(
  '，。、；：？！「」『』“”（）《》〈〉　…—的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严协案席纪录届请假举宪章程预决算财秘书监秘讨审议附辞致散'.split('').map(foldScript),
);

/** The share of a text's non-ASCII characters that are of everyday use, with what chardet makes of the bytes; 0 where they are not of that encoding. */
function readability(bytes: Uint8Array, encoding: TextEncoding): number {
  const text = decode(bytes, encoding);
  if (text === null) return 0;
  const characters = [...foldScript(text)].filter((character) => character > '\u007f');
  if (characters.length === 0) return 0;
  const share = characters.filter((character) => everyday.has(character)).length / characters.length;
  const guess = analyse(bytes).find(({ name }) => name.toLowerCase() === encoding)?.confidence ?? 0;
  return 0.4 + share + guess / 1000;
}
