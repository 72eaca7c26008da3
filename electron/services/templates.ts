/** The templates that come with the program. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Template, templateSchema } from '#shared/minutes/templates/template.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Services } from './services.ts';

/** The templates in their order, whole meetings first. A file that is not a template is left out. */
export async function list({ resources }: Services): Promise<Result<Template[]>> {
  const folder = join(resources, 'templates');
  const names = await readdir(folder).catch(() => []);
  const read = await Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readTemplate(join(folder, name))));
  const templates = read.filter((template) => template !== null);
  return ok(templates.sort((a, b) => a.scope.localeCompare(b.scope) || a.order - b.order || a.id.localeCompare(b.id)));
}

async function readTemplate(path: string): Promise<Template | null> {
  try {
    return templateSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
