/** The look of the HTML file: an A4 page on screen, the same page on paper. */
export const printCss = `@page { size: A4; margin: 30mm 25mm; }
:root { color-scheme: light; }
body { margin: 0; background: #f1f0ee; color: #1a1a1a; line-height: 1.75; line-break: strict;
  font: 16px/1.75 "Noto Serif CJK TC", "Songti TC", "PMingLiU", serif; }
html:lang(zh-HK) body { font-family: "Noto Serif CJK HK", "Songti TC", "MingLiU_HKSCS", serif; }
html:lang(zh-CN) body { font-family: "Noto Serif CJK SC", "Songti SC", "SimSun", serif; }
main { box-sizing: border-box; max-width: 210mm; min-height: 297mm; margin: 24px auto; padding: 30mm 25mm;
  background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 20%); }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1; overflow: hidden;
  color: rgb(0 0 0 / 9%); font-size: 56mm; line-height: 1; letter-spacing: 0.1em; rotate: -45deg; user-select: none; }
h1, h2, h3, h4, h5 { line-height: 1.4; break-after: avoid; }
h1 { font-size: 1.5rem; text-align: center; margin: 0 0 1.2em; }
h2 { font-size: 1.15rem; margin: 1.2em 0 0.4em; }
h3 { font-size: 1.05rem; margin: 1em 0 0.3em; }
h4, h5 { font-size: 1rem; margin: 0.8em 0 0.2em; }
p { margin: 0 0 0.4em; white-space: pre-wrap; overflow-wrap: anywhere; }
.body, .item1, .item2, .item3, .item4 { text-indent: 2em; text-align: justify; }
.mark { color: #c00000; font-size: 1.8rem; text-align: center; }
.redRule { border-bottom: 2px solid #c00000; margin-bottom: 1em; }
.bullet { padding-left: calc(2em + var(--depth, 0) * 2em); text-indent: -1em; }
.bullet .number { display: inline-block; width: 1em; text-indent: 0; }
.split { display: flex; justify-content: space-between; gap: 1em; }
.split > span { text-indent: 0; }
.center { text-align: center; text-indent: 0; }
.end { text-align: end; text-indent: 0; }
.start { text-align: start; }
.justify { text-align: justify; }
.quote { margin: 0.6em 2em; white-space: pre-wrap; }
.blank { background: #fdf1d3; color: #6b4a00; }
table { width: 100%; border-collapse: collapse; margin: 0.8em 0; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #555; padding: 0.25em 0.5em; vertical-align: top; text-align: start; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th p, td p { margin: 0; text-indent: 0; }
figcaption, .caption { text-align: center; font-size: 0.9em; }
figure { margin: 0.8em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; height: auto; }
.missing { border: 1px dashed #777; padding: 1em; }
.page-break { border: 0; border-top: 1px dashed #bbb; margin: 1.5em 0; break-after: page; }
@media print {
  body { background: none; }
  main { max-width: none; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
  .page-break { visibility: hidden; margin: 0; height: 0; }
}
`;
