/** Who speaks: the fields that every section with a speaker has, and how they stand in its heading: 單位＋姓名＋職稱. */
import type { FieldDefinition } from './section.ts';

/** The fields of a speaker; `recurs` where the same person usually speaks at the next meeting too. */
export const speakerFields = ({ name, recurs }: { name: 'required' | 'optional'; recurs?: true }) => {
  const again = recurs && { recurs };
  return {
    organisation: { label: { 'zh-Hant': '單位', 'zh-Hans': '单位', en: 'Organisation' }, required: false, ...again },
    name: { label: { 'zh-Hant': '姓名', 'zh-Hans': '姓名', en: 'Name' }, required: name === 'required', ...again },
    title: { label: { 'zh-Hant': '職稱', 'zh-Hans': '职务', en: 'Title' }, required: false, ...again },
  } satisfies Record<string, FieldDefinition>;
};

/** The speaker in a heading. */
export const speakerParts = [{ field: 'organisation' }, { field: 'name' }, { field: 'title' }] as const;
