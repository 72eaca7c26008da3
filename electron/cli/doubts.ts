import type { Doubt } from '#shared/imports/doubt.ts';
import type { Language } from '#shared/language.ts';
import { imports } from '#shared/locale/imports.ts';

/** What was doubtful about a file, in one line. */
export const doubtLine = ({ kind, text }: Doubt, language: Language): string => [imports[language][`doubt.${kind}`], text].filter((part) => part !== '').join(' ');
