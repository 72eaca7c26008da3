import { plain } from '../inline.ts';
import type { Part } from './part.ts';

/** 主送: flush left, with a full-width colon. */
export const addressee: Part = ({ meta: { official } }) => {
  const to = official?.addressee?.replace(/[:：]$/, '') ?? '';
  return to === '' ? [] : [{ type: 'paragraph', style: 'addressee', runs: plain(`${to}：`) }];
};
