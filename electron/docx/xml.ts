/** Writing XML by hand, for the parts that are wholly ours. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or an attribute's value, escaped. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

type Attributes = Record<string, string | number | undefined>;

/** One element; attributes that are undefined are left out, an element without content closes itself. */
export function element(name: string, attributes: Attributes = {}, ...content: (string | false | undefined)[]): string {
  const listed = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = content.filter(Boolean).join('');
  return inside === '' ? `<${name}${listed}/>` : `<${name}${listed}>${inside}</${name}>`;
}

/** `<name w:val="…"/>`, the shape of most settings in Word. */
export const value = (name: string, val: string | number): string => element(name, { 'w:val': val });

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
