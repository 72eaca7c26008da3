/** Composed pages as HTML in which nothing flows any more: every line and picture has its place on the paper. */
import { escapeHtml } from '../print/escape.ts';
import type { Page, PageLine, PageParagraph, PagePicture, PagePiece, PageRule, Pages, TextLook } from './page.ts';

export interface PagesHtmlOptions {
  /** The address of a picture by its hash; null where it is missing, and what it shows is printed. */
  asset(hash: string): string | null;
}

/** One complete HTML file: text that can be selected, headings as headings, pages of the size of the paper. */
export function pagesHtml(pages: Pages, options: PagesHtmlOptions): string {
  const looks = new LookClasses();
  const drawn = pages.pages.map((page) => pageHtml(page, pages, looks, options));
  return `<!doctype html>
<html lang="${escapeHtml(pages.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'">
<title>${escapeHtml(pages.title)}</title>
<style>
${pagesCss(pages)}${looks.css()}</style>
</head>
<body>
${drawn.join('\n')}
</body>
</html>
`;
}

/** Names of the same measure that other systems have in place of the Western faces. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'Times New Roman': ['Times New Roman', 'Liberation Serif', 'Tinos', 'Nimbus Roman', 'Times'],
  Arial: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
};

/**
 * A line stands on its baseline whatever its faces are: its own height is that of the strut before it, for its text has
 * none. Nothing of what a browser does to Chinese punctuation is wanted, since the width of each piece is known.
 */
const pagesCss = ({ width, height }: Pages): string => `@page { size: ${width}pt ${height}pt; margin: 0; }
html, body { margin: 0; padding: 0; }
.page { position: relative; width: ${width}pt; height: ${height}pt; overflow: hidden; break-after: page; background: #fff; color: #000;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; font-kerning: none; font-variant-ligatures: none; text-spacing-trim: space-all;
  text-autospace: no-autospace; -webkit-text-size-adjust: none; text-size-adjust: none; }
.page:last-child { break-after: auto; }
.page * { margin: 0; padding: 0; font: inherit; }
.line { display: block; position: absolute; left: 0; white-space: pre; line-height: 0; }
.line::before { content: ""; display: inline-block; height: var(--baseline); }
.piece { display: inline-block; text-indent: 0; text-decoration: none; }
.rule, .picture { position: absolute; display: block; }
.missing { border: 0.5pt dashed #777; box-sizing: border-box; padding: 6pt; font-size: 10pt; }
.page-mark { position: absolute; inset: 0; display: grid; place-items: center; pointer-events: none; user-select: none; z-index: 1;
  color: rgb(192 192 192 / 50%); font-size: 170pt; line-height: 1; rotate: -45deg; white-space: nowrap; }
`;

function pageHtml(page: Page, { mark }: Pages, looks: LookClasses, options: PagesHtmlOptions): string {
  const parts = [
    ...page.rules.map(ruleHtml),
    ...page.pictures.map((picture) => pictureHtml(picture, options)),
    ...page.paragraphs.map((paragraph) => paragraphHtml(paragraph, looks)),
    mark ? `<div class="page-mark" aria-hidden="true">${escapeHtml(mark)}</div>` : '',
  ];
  return `<div class="page" data-page="${page.number}">\n${parts.filter((part) => part !== '').join('\n')}\n</div>`;
}

const box = ({ x, y, width, height }: Pick<PageRule, 'x' | 'y' | 'width' | 'height'>): string => `left:${x}pt;top:${y}pt;width:${width}pt;height:${height}pt`;

const ruleHtml = (rule: PageRule): string => `<div class="rule" style="${box(rule)};background:#${rule.colour}"></div>`;

function pictureHtml(picture: PagePicture, { asset }: PagesHtmlOptions): string {
  const address = asset(picture.asset);
  const place = `class="picture${address === null ? ' missing' : ''}" style="${box(picture)}"`;
  const alt = escapeHtml(picture.alt);
  return address === null ? `<div ${place}>${alt}</div>` : `<img ${place} src="${escapeHtml(address)}" alt="${alt}">`;
}

function paragraphHtml({ anchor, goesOn, outline, lines }: PageParagraph, looks: LookClasses): string {
  const shown = lines.filter(({ pieces }) => pieces.length > 0);
  if (shown.length === 0) return '';
  const element = outline === undefined ? 'p' : `h${Math.min(outline, 6)}`;
  const id = anchor === undefined || goesOn ? '' : ` id="${escapeHtml(anchor)}"`;
  return `<${element}${id}>${shown.map((line) => lineHtml(line, looks)).join('')}</${element}>`;
}

function lineHtml({ y, baseline, pieces }: PageLine, looks: LookClasses): string {
  let edge = 0;
  const drawn = pieces.map((piece) => {
    const gap = round(piece.x - edge);
    edge = round(piece.x + piece.width);
    return pieceHtml(piece, gap, looks);
  });
  return `<span class="line" style="top:${y}pt;--baseline:${round(baseline - y)}pt">${drawn.join('')}</span>`;
}

function pieceHtml(piece: PagePiece, gap: number, looks: LookClasses): string {
  const spacing = round3(piece.spread / Math.max([...piece.text].length, 1));
  const style = [
    `width:${piece.width}pt`,
    gap !== 0 && `margin-left:${gap}pt`,
    spacing !== 0 && `letter-spacing:${spacing}pt`,
    piece.rise !== 0 && `vertical-align:${piece.rise}pt`,
  ].filter(Boolean).join(';');
  const text = escapeHtml(piece.text);
  const shown = piece.look.highlight === undefined ? text : `<mark style="background:#${piece.look.highlight};color:inherit">${text}</mark>`;
  const content = piece.link === undefined ? shown : `<a href="${escapeHtml(piece.link)}" style="color:inherit;text-decoration:inherit">${shown}</a>`;
  return `<span class="piece ${looks.of(piece.look)}" style="${style}">${content}</span>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const round3 = (value: number): number => Math.round(value * 1000) / 1000;

/** A class for each look that the pages have. */
class LookClasses {
  private readonly names = new Map<TextLook, string>();
  private readonly rules = new Map<string, string>();

  of(look: TextLook): string {
    const known = this.names.get(look);
    if (known !== undefined) return known;
    const rule = lookCss(look);
    const name = this.rules.get(rule) ?? `look${this.rules.size + 1}`;
    this.rules.set(rule, name);
    this.names.set(look, name);
    return name;
  }

  css(): string {
    return [...this.rules].map(([rule, name]) => `.${name} { ${rule} }\n`).join('');
  }
}

function lookCss({ families, pt, bold, italic, colour, underline, strike }: TextLook): string {
  const names = families.flatMap((name) => alike[name] ?? [name]).map((name) => `"${name.replace(/["\\]/g, '')}"`);
  const generic = families.includes('Arial') ? 'sans-serif' : 'serif';
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return `font: ${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${pt}pt/0 ${[...names, generic].join(', ')}; color: #${colour};${lines ? ` text-decoration: ${lines};` : ''}`;
}
