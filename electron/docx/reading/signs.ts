/** Signs that Word takes from fonts of pictures, as the characters that they look like. */
import type { XmlElement } from './xml.ts';

/** Of the fonts that draw pictures in the places of characters. */
const pictured: Readonly<Record<string, string>> = { F0FE: '☑', F0FD: '☒', F052: '☑', F0A8: '□', F06F: '□', F0A3: '□', F0FC: '✓', F0E8: '→', F0B7: '•', F06C: '●', F06E: '■', F075: '◆', F0D8: '➢', F0FB: '✗', F04A: '☺', F0A7: '▪', F0B2: '✧', F0B3: '≥', F0A1: '○', F0E0: '→' };

/** Of the font Symbol, from 0x20 and from 0xA0 on, in the order of its places; a blank is a piece of a larger sign. */
const symbolFont = {
  low: ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
  high: '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫',
};

/** Fonts that draw other signs than the characters in their places; Symbol has letters and figures, too. */
const drawsSigns = /^(?:Wingdings|Webdings)\b/i;
const isSymbolFont = (font: string): boolean => /^Symbol\b/i.test(font);

/** The character of a `w:sym`; U+25A1 for one that only its font knows. */
export function symbolOf({ attributes }: XmlElement): string {
  const font = attributes['w:font'] ?? '';
  return signOf(Number.parseInt(attributes['w:char'] ?? '', 16), font, drawsSigns.test(font) || isSymbolFont(font));
}

/** Text in a font of signs, or in the places that such fonts have: the characters that they look like. */
export const withSigns = (text: string, font: string): string =>
  drawsSigns.test(font) ? text.replace(/[!-~\u00a0-\u00ff\uf020-\uf0ff]/g, (sign) => signOf(sign.charCodeAt(0), font, true)) : text.replace(/[\uf020-\uf0ff]/g, (sign) => signOf(sign.charCodeAt(0), font, true));

/** Such fonts have their signs from U+F020 on, and files name them with and without that. */
function signOf(value: number, font: string, isSign: boolean): string {
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const own = isSymbolFont(font) ? inSymbolFont(place) : isSign || value !== place ? pictured[hex(place + 0xf000)] : undefined;
  if (own !== undefined) return own;
  if (isSign && value < 0x100) return '□';
  return value >= 0x20 && value < 0xe000 && !(value >= 0xd800) ? String.fromCodePoint(value) : '□';
}

function inSymbolFont(place: number): string | undefined {
  const sign = place < 0xa0 ? symbolFont.low[place - 0x20] : symbolFont.high[place - 0xa0];
  return sign === ' ' && place !== 0x20 ? undefined : sign;
}

const hex = (value: number): string => value.toString(16).toUpperCase();
