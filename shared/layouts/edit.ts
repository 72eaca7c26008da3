/** The handful of things about a layout that she changes in a form; everything else stays as it is. */
import type { DocumentLanguage, Face, LayoutProfile, LayoutStyle } from './layout.ts';

export interface LayoutForm {
  /** Faces of the text and of the headings, by the name that Word knows. */
  text: string;
  heading: string;
  /** Size and line height of the text, in points. */
  pt: number;
  line: number;
  /** Margins in millimetres. */
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** The words at the head and foot of a page; {title}, {organisation}, {page} and {pages} are filled in. */
  header: string;
  footer: string;
  /** 紀要標誌; '' = made of the organisation and the body. */
  mark: string;
}

const faceOf = ({ faces, writing }: LayoutProfile, name: string): string => faces[name]?.[writing.region === 'CN' ? 'zh-CN' : writing.region === 'HK' ? 'zh-HK' : 'zh-TW']?.eastAsia[0] ?? '';

const heightOf = (line: LayoutStyle['line'], pt: number): number => ('exact' in line ? line.exact : 'atLeast' in line ? line.atLeast : Math.round(line.multiple * pt * 10) / 10);

/** What the form begins with. */
export function formOf(layout: LayoutProfile): LayoutForm {
  const { base, page, header, footer } = layout;
  const { top, right, bottom, left } = page;
  return {
    text: faceOf(layout, 'text'),
    heading: faceOf(layout, 'heading'),
    pt: base.pt,
    line: heightOf(base.line, base.pt),
    top,
    right,
    bottom,
    left,
    header: header.text.Hant,
    footer: footer.text.Hant,
    mark: layout.words.mark?.Hant ?? '',
  };
}

/** The layout as the form says: what was as large as the text stays as large as the text. */
export function withForm(layout: LayoutProfile, form: LayoutForm): LayoutProfile {
  const before = formOf(layout);
  const { base, page } = layout;
  const { top, right, bottom, left } = form;
  const isResized = form.pt !== before.pt || form.line !== before.line;
  const isMoved = top !== page.top || right !== page.right || bottom !== page.bottom || left !== page.left;
  const sized = <Style extends Pick<LayoutStyle, 'pt' | 'line'>>(style: Style): Style => ({
    ...style,
    pt: style.pt === base.pt ? form.pt : style.pt,
    line: style.pt === base.pt && heightOf(style.line, style.pt) === before.line && isResized ? { exact: form.line } : style.line,
  });
  const words = (text: { Hant: string; Hans: string }, now: string) => (text.Hant === now ? text : { Hant: now, Hans: now });
  return {
    ...layout,
    page: { ...page, top, right, bottom, left },
    // Lines and characters of another size fill another grid.
    grid: isResized || isMoved ? null : layout.grid,
    faces: {
      ...layout.faces,
      ...(form.text !== before.text && { text: withFace(layout.faces['text'], form.text) }),
      ...(form.heading !== before.heading && { heading: withFace(layout.faces['heading'], form.heading) }),
    },
    base: sized(base),
    styles: Object.fromEntries(Object.entries(layout.styles).map(([name, style]) => [name, sized(style)])) as LayoutProfile['styles'],
    header: { ...layout.header, text: words(layout.header.text, form.header) },
    footer: { ...layout.footer, text: words(layout.footer.text, form.footer) },
    words: form.mark === before.mark ? layout.words : { ...layout.words, mark: form.mark === '' ? undefined : { Hant: form.mark, Hans: form.mark } },
  };
}

/** The face before all others in every language; those stand in for it. */
function withFace(face: LayoutProfile['faces'][string] | undefined, name: string): Record<DocumentLanguage, Face> {
  return Object.fromEntries(
    Object.entries(face ?? {}).map(([language, { eastAsia, ...rest }]) => [language, { ...rest, eastAsia: [name, ...eastAsia.filter((one) => one !== name)] }]),
  ) as Record<DocumentLanguage, Face>;
}
