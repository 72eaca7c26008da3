/** 浮水印: words behind the text of every page, as Word's own 「浮水印」 writes them: text art in the page header. */
import { escapeXml } from './xml.ts';

/** Word's text art along a straight line; each header that shows a mark carries it. */
const shapeType =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>' +
  '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>' +
  '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
  '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>' +
  '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>';

/** Height of a character of the mark, in points; two of them fill the diagonal of a page. */
const height = 170;

/** A run that draws `words` behind the text, from lower left to upper right; `index` tells the headers of a file apart. */
export function markRun(words: string, face: string, index: number): string {
  const width = height * [...words].length;
  const style =
    `position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:${height}pt;rotation:315;z-index:-251658752;` +
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin';
  const font = `font-family:&quot;${escapeXml(face)}&quot;;font-size:1pt`;
  return (
    `<w:r><w:rPr><w:noProof/></w:rPr><w:pict>${shapeType}<v:shape id="PowerPlusWaterMarkObject${index}" o:spid="_x0000_s${2048 + index}" type="#_x0000_t136" ` +
    `alt="${escapeXml(words)}" style="${style}" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>` +
    `<v:textpath style="${font}" string="${escapeXml(words)}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>`
  );
}

/** A page header with the mark in its first paragraph. */
export function withMark(header: string, run: string): string {
  const at = header.indexOf('</w:pPr>');
  const end = at === -1 ? header.indexOf('<w:p>') + '<w:p>'.length : at + '</w:pPr>'.length;
  return header.slice(0, end) + run + header.slice(end);
}
