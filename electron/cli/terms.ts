/** What every command of the command line stands on. */
import { basename, extname } from 'node:path';
import type { Language } from '#shared/language.ts';
import { cliStrings } from '#shared/locale/cli.ts';
import { errorSentence } from '#shared/locale/sentence.ts';
import { type AppError, fail, ok, type Result } from '#shared/result.ts';
import { exportFormats, type ExportFormat } from '#shared/export/options.ts';

/** The user's language, and where answers go. */
export interface Terminal {
  language: Language;
  /** Data: standard output. */
  print(text: string): void;
  /** Everything else: standard error. */
  tell(text: string): void;
  /** Calls `stop` when she presses Ctrl-C, once; without it, and a second time, that ends the program. Gives back what takes it off again. */
  interrupted?(stop: () => void): () => void;
}

/** A sentence of the command line with its places filled in. */
export function sentence({ language }: Terminal, key: keyof (typeof cliStrings)['en'], params: Readonly<Record<string, string | number>> = {}): string {
  return cliStrings[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The sentence of an error: where the window lets her choose an encoding, the option that does. */
export const told = (terminal: Terminal, error: AppError): string => (error.code === 'file.encoding' ? sentence(terminal, 'encoding', error.params) : errorSentence(error, terminal.language));

/** The format that a file's ending asks for. Error: file.format. */
export function formatOf(path: string): Result<ExportFormat> {
  const format = exportFormats.find((known) => extname(path).toLowerCase() === `.${known}`);
  return format ? ok(format) : fail('file.format', { name: basename(path), known: exportFormats.map((known) => `.${known}`).join(' ') });
}
