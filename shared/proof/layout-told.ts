import type { LayoutId } from '../layouts/index.ts';
import { familyOf } from './faces.ts';
import type { PaperFacts } from './facts.ts';

/** The layout that a file seems to be in: by a red mark or the margins of the standard, by its language and its face. */
export function layoutTold({ page, paragraphs, language }: PaperFacts): LayoutId {
  const isStandardPage = Math.abs(page.top - 37) <= 1 && Math.abs(page.left - 28) <= 1;
  if (isStandardPage || paragraphs.some(({ role }) => role === 'mark')) return 'gbt9704';
  if (language === 'zh-HK') return 'hongkong';
  const body = paragraphs.find(({ role, text }) => role === 'body' && text.trim() !== '');
  const isKai = body?.runs.some(({ face }) => familyOf(face) === 'biaukai') ?? false;
  return language === 'zh-TW' && isKai && Math.abs(page.left - 25) <= 1 ? 'taiwan' : 'association';
}
