import type { Language } from '../language.ts';
import type { AppError } from '../result.ts';
import { errors } from './errors.ts';

/** The sentence of an error in a language of the interface. */
export function errorSentence(error: AppError, language: Language): string {
  return errors[language][error.code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(error.params?.[name] ?? ''));
}
