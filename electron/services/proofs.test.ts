/** A meeting's Word file is proved against the record that is stored. */
import { beforeEach, expect, it } from 'vitest';
import { exportOptionsSchema } from '#shared/export/options.ts';
import { newBodyCard } from '#shared/directory/body.ts';
import { boardMeeting } from '#shared/minutes/fixtures.ts';
import * as bodies from './directory/bodies.ts';
import { render } from './exports.ts';
import * as meetings from './meetings.ts';
import * as proofs from './proofs.ts';
import { programForEach } from './testing/program.ts';
import { valueOf } from './testing/store.ts';

const program = programForEach();
const { id } = boardMeeting();
const options = exportOptionsSchema.parse({ layout: 'taiwan' });
beforeEach(() => {
  valueOf(meetings.create(program.services, { document: boardMeeting(), origin: null }));
});

it('goes by the layout that was asked for, and finds every character', async () => {
  const made = valueOf(await proofs.make(program.services, { id, options, file: null }));
  expect(made).toMatchObject({ layout: { id: 'taiwan' }, text: { missing: [] } });
  expect(made.clauses.some(({ id: clause }) => clause === 'republicDate')).toBe(true);
});

it('holds the file that went out against the record as it is now', async () => {
  const { file } = valueOf(await render(program.services, { id, format: 'docx', options, blockId: null }));
  const added = { id: 'addedlater01', kind: 'paragraph' as const, inline: [{ type: 'text' as const, text: '後來補上的一句。' }] };
  valueOf(meetings.save(program.services, { id, revision: 0, changes: { blocks: [added], order: [...boardMeeting().blocks.map((block) => block.id), added.id] }, origin: null }));
  const made = valueOf(await proofs.make(program.services, { id, options, file }));
  expect(made.text?.missing.map(({ text }) => text).join('')).toBe('後來補上的一句。');
});

it('holds votes against the rules of the body that met', async () => {
  const { meta, blocks } = boardMeeting();
  const voted = blocks.map((block) => (block.kind === 'resolution' ? { ...block, values: { ...block.values, outcome: 'passed' as const }, data: { vote: { inPerson: 9, inFavour: 6, against: 3 } } } : block));
  valueOf(meetings.save(program.services, { id, revision: 0, changes: { blocks: voted }, origin: null }));
  const open = async () => valueOf(await proofs.make(program.services, { id, options, file: null })).votes.map(({ finding }) => finding.code);
  const usual = await open();
  const needs = { matter: 'general' as const, base: 'present' as const, fraction: { numerator: 3, denominator: 4 }, comparator: 'atLeast' as const, quorum: null, note: '會章第二十條', preset: false };
  const body = { ...newBodyCard('TW', 'Hant'), organisation: meta.organisation, name: meta.body, rules: [needs] };
  valueOf(bodies.put(program.services, { body, origin: null }));
  expect(usual).not.toContain('outcome.notCarried');
  expect(await open()).toContain('outcome.notCarried');
});

it('asks nothing of the look of a template of her own', async () => {
  const { file } = valueOf(await render(program.services, { id, format: 'docx', options, blockId: null }));
  expect(valueOf(await proofs.make(program.services, { id, options: { ...options, template: 'template00001' }, file })).clauses).toEqual([]);
});

it('says which meeting or layout is not there', async () => {
  expect(await proofs.make(program.services, { id: 'nosuchmeeting', options, file: null })).toMatchObject({ error: { code: 'meeting.notFound' } });
  expect(await proofs.make(program.services, { id, options: { ...options, layout: 'layout000009' }, file: null })).toMatchObject({ error: { code: 'layout.notFound' } });
});
