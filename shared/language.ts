/** The scripts and languages of the program: of a record (繁/简) and of the interface. */
import { z } from 'zod';

/** Where a record is filed; decides words, dates and layout. 大陸、台灣、香港. */
export const regionSchema = z.enum(['CN', 'TW', 'HK']);
export type Region = z.infer<typeof regionSchema>;

/** The script a record is written in. 繁體 / 简体. */
export const scriptSchema = z.enum(['Hant', 'Hans']);
export type Script = z.infer<typeof scriptSchema>;

/** The languages of the interface; 繁體中文 is the source that the others follow. */
export const languageSchema = z.enum(['zh-Hant', 'zh-Hans', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** One short text in every language of the interface. */
export type Words = Readonly<Record<Language, string>>;

/** What something is called, and what it is: 「甲：乙」. */
export const labelled = (label: string, text: string, language: Language): string => `${label}${language === 'en' ? ': ' : '：'}${text}`;

/** Several in a row: 「甲、乙」. */
export const listed = (texts: readonly string[], language: Language): string => texts.join(language === 'en' ? ', ' : '、');
