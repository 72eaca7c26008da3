/** The look of a layout for the HTML file: page, faces, sizes, lines, indents and rules of every style. */
import type { DocumentLanguage, LayoutProfile, LayoutStyle } from '../layouts/layout.ts';
import { faceOf } from '../layouts/measures.ts';

const alignments = { start: 'start', center: 'center', end: 'end', justify: 'justify' } as const;

/** Rules that follow those of every file; a style's class is its name. */
export function layoutCss(layout: LayoutProfile, language: DocumentLanguage): string {
  const { page, base, styles } = layout;
  const margins = [page.top, page.right, page.bottom, page.left].map((size) => `${size}mm`).join(' ');
  return [
    `@page { size: ${page.width}mm ${page.height}mm; margin: ${margins}; }`,
    `html body { font-family: ${family(layout, base.face, language)}; font-size: ${base.pt}pt; }`,
    `@media screen { main { max-width: ${page.width}mm; min-height: ${page.height}mm; padding: ${margins}; } }`,
    ...Object.entries(styles).map(([name, style]) => `.${name} { ${declarations(layout, style, language, name === 'bullet').join('; ')}; }`),
    `td, th { border-width: ${layout.table.rule}pt; padding: ${layout.table.padding.y}mm ${layout.table.padding.x}mm; } thead th { background: #${layout.table.headerFill}; }`,
    '',
  ].join('\n');
}

function family(layout: LayoutProfile, face: string, language: DocumentLanguage): string {
  const { latin, eastAsia } = faceOf(layout, face, language);
  return [latin, ...eastAsia].map((name) => `"${name.replaceAll('"', '')}"`).concat('serif').join(', ');
}

/** Bullets have their place from their depth. */
function declarations(layout: LayoutProfile, style: LayoutStyle, language: DocumentLanguage, isBullet: boolean): string[] {
  const { indent, space, rule, line } = style;
  const height = 'exact' in line ? `${line.exact}pt` : 'atLeast' in line ? `${line.atLeast}pt` : String(line.multiple * 1.3);
  const isBold = style.bold || faceOf(layout, style.face, language).bold;
  return [
    `font-family: ${family(layout, style.face, language)}`,
    `font-size: ${style.pt}pt`,
    `font-weight: ${isBold ? 'bold' : 'normal'}`,
    `line-height: ${height}`,
    `text-align: ${alignments[style.align]}`,
    `margin: ${space.before}pt 0 ${space.after}pt`,
    ...(isBullet ? [] : [`text-indent: ${indent.firstLine - indent.hanging}em`, `padding: 0 ${indent.right}em 0 ${indent.left}em`]),
    ...(style.colour ? [`color: #${style.colour}`] : []),
    ...(rule ? [`border-${rule.side}: ${rule.pt}pt solid #${rule.colour}`, `padding-${rule.side}: ${rule.gap}pt`] : []),
  ];
}
