/** Foreign HTML, made harmless and read into a document of its own: nothing of it ever enters the page. */
import DOMPurify from 'dompurify';

const tags =
  'a abbr address article aside b blockquote body br caption center cite code col colgroup dd del details div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins li main mark nav ol p pre q s section small span ' +
  'strike strong sub summary sup table tbody td tfoot th thead time title tr tt u ul';
const attributes = 'align alt cite class colspan datetime height href reversed rowspan src start style type value width';

/** The body of pasted HTML without scripts, frames, forms, handlers, styles and comments, outside the page. */
export function cleanHtml(html: string): HTMLElement {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags.split(' '),
    ALLOWED_ATTR: attributes.split(' '),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Office programs name local pictures; they are never loaded, only counted as missing. Values without a scheme pass.
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|file|data):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
    FORBID_CONTENTS: ['script', 'style', 'template', 'noscript', 'title', 'head', 'iframe', 'object', 'svg', 'math', 'xml'],
    RETURN_DOM: true,
  }) as HTMLElement;
}
