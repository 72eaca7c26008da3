/** What a paragraph of a document is: by its style where that is one of ours, by its form elsewhere. */
import { layouts } from '../layouts/index.ts';
import type { StyleName } from '../minutes/styles.ts';
import type { FactParagraph } from './facts.ts';

/** Names of styles in Word, in lower case: its own, and those that the layouts give in both scripts. */
const named = new Map<string, StyleName>([
  ['title', 'title'],
  ['heading 1', 'heading1'],
  ['heading 2', 'heading2'],
  ['heading 3', 'heading3'],
  ['heading 4', 'heading4'],
  ['body text', 'body'],
  ['list bullet', 'bullet'],
  ['quote', 'quote'],
  ['caption', 'caption'],
  ...Object.values(layouts).flatMap(({ styles }) =>
    (Object.keys(styles) as StyleName[]).flatMap((name) => Object.values(styles[name].name ?? {}).map((shown): [string, StyleName] => [shown.toLowerCase(), name])),
  ),
]);

/** The role that a style gives; null for a style of others. */
export const roleOfStyle = (style: string): StyleName | null => named.get(style.toLowerCase()) ?? null;

type Formless = Omit<FactParagraph, 'role'>;

/** Gives every paragraph its role. Of a file that has none of our styles the forms are read: the red mark, 〔2024〕3号, 一、. */
export function withRoles(paragraphs: readonly Formless[]): FactParagraph[] {
  const isOurs = paragraphs.some(({ style }) => roleOfStyle(style) !== null && !['title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'quote', 'caption', 'list bullet', 'body text'].includes(style.toLowerCase()));
  if (isOurs) return paragraphs.map((paragraph) => ({ ...paragraph, role: roleOfStyle(paragraph.style) }));
  let hasTitle = false;
  return paragraphs.map((paragraph, index) => {
    const role = roleOfForm(paragraph, index, hasTitle);
    if (role === 'title') hasTitle = true;
    return { ...paragraph, role };
  });
}

const levels: readonly (readonly [RegExp, StyleName])[] = [
  [/^[一二三四五六七八九十百]+、/, 'item1'],
  [/^（[一二三四五六七八九十百]+）/, 'item2'],
  [/^\d+[.．]/, 'item3'],
  [/^（\d+）/, 'item4'],
];

function roleOfForm(paragraph: Formless, index: number, hasTitle: boolean): StyleName | null {
  const { text, label, outline, align, runs, place, style } = paragraph;
  const pt = Math.max(0, ...runs.map((run) => run.pt));
  if (text.trim() === '') return null;
  if (place === 'table') return /^(?:抄送|印[发發])|印[发發]$/.test(text.trim()) ? 'imprint' : 'tableText';
  const isHead = index < 12 && !hasTitle;
  const isRed = runs.some(({ colour }) => /^[A-F][0-9A-F][0-4][0-9A-F][0-4][0-9A-F]$/.test(colour ?? ''));
  if (isHead && isRed && align === 'center' && pt >= 20) return 'mark';
  if (isHead && /〔\d{4}〕|\[\d{4}\]|^第\d+期/.test(text) && text.length < 60) return 'documentNumber';
  if (isHead && align === 'center' && pt >= 18) return 'title';
  if (/^附件\d*$/.test(text.trim())) return 'annexLabel';
  if (/^附件：/.test(text)) return 'annexNote';
  if (/^抄送：|印[发發]$/.test(text.trim())) return 'imprint';
  if (/^(?:出席|请假|請假|列席|缺席)\S{0,2}：/.test(text)) return 'attendance';
  const level = levels.find(([form]) => form.test(label || text));
  if (level) return level[1];
  if (outline >= 1 && outline <= 4) return (['heading1', 'heading2', 'heading3', 'heading4'] as const)[outline - 1] ?? null;
  return roleOfStyle(style) ?? 'body';
}
