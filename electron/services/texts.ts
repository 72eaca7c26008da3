/** Text files that a window hands over, read as the command line reads them. */
import { fail, ok, type Result } from '#shared/result.ts';
import { type FileContent, type TextEncoding, textFileLimit } from '#shared/rpc/schemas.ts';
import { decodeText } from './text-file.ts';

/** The text of a file. Errors: those of `decodeText`. */
export async function read({ file, name, encoding }: { file: FileContent; name: string; encoding: TextEncoding | null }): Promise<Result<{ text: string }>> {
  if (file.size > textFileLimit * 1024 * 1024) return fail('file.tooLarge', { name, limit: textFileLimit });
  const text = decodeText(new Uint8Array(await file.arrayBuffer()), name, encoding ?? undefined);
  return text.ok ? ok({ text: text.value }) : text;
}
