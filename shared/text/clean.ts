/** Text from outside, made fit to be kept: every store, XML file and JSON reader takes what comes out of here. */

/** What ends a line elsewhere: CRLF, CR, vertical tab and form feed of Word, NEL, the Unicode separators. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** NUL and the other controls except \n and \t, the byte order mark, and the two code points that XML forbids. */
const unprintable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

/**
 * The text without what no file format can hold: control characters go (line ends become `\n`, tabs stay), half of
 * a surrogate pair becomes U+FFFD. Text without such characters comes back as it was.
 */
export function cleanText(text: string): string {
  return text.replace(lineEnds, '\n').replace(unprintable, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
