/** 檢核: the Word file of a meeting, read back and held against its record. */
import { proveDocx } from '#electron/docx/proof/index.ts';
import { findBody } from '#shared/directory/body.ts';
import type { ExportOptions } from '#shared/export/options.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { type RuleTable, ruleTableSchema } from '#shared/minutes/votes/rule.ts';
import type { Proof } from '#shared/proof/proof.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { contentOf, noMeans, paperOf } from './exports.ts';
import { installedFaces } from './fonts/index.ts';
import { layoutFor } from './layouts.ts';
import type { Services } from './services.ts';

/** Proves a file of a meeting, or one that is made for it. Errors: meeting.notFound, .readOnly, layout.notFound, those of reading a Word file. */
export async function make(services: Services, { id, options, file }: { id: string; options: ExportOptions; file: FileContent | null }): Promise<Result<Proof>> {
  const row = services.db.meetings.find(id);
  if (!row) return fail('meeting.notFound');
  const read = services.records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const asked = layoutFor(services, options.layout, read.document.meta.layout);
  if (!asked.ok) return asked;
  const content = file ? ok(new Uint8Array(await file.arrayBuffer())) : await contentOf(read.document, 'docx', { ...noMeans, pictures: services.assets }, options, { layout: asked.value });
  if (!content.ok) return content;
  const bytes = typeof content.value === 'string' ? new TextEncoder().encode(content.value) : content.value;
  // A template of her own has title and data where it wants them, and a look that no layout rules.
  const isOwn = file !== null && options.template !== null;
  const layout = asked.value;
  const { document, print } = paperOf(read.document, options, isOwn ? { ...layout, parts: { before: [], after: [], foot: [] } } : layout);
  return proveDocx(bytes, read.document.meta.title, { layout, isRuled: !isOwn, record: { document, print }, votes: ownRules(services, document.meta), faces: await installedFaces() });
}

/** The rules of the body that met; null where it wrote none down. */
function ownRules({ directory }: Services, { bodyId, organisation, body }: Meta): RuleTable | null {
  const found = (bodyId !== undefined && directory.body(bodyId)) || findBody(directory.bodies(), { organisation, name: body });
  const rules = ruleTableSchema.safeParse(found ? found.rules : undefined);
  return rules.success && rules.data.length > 0 ? rules.data : null;
}
