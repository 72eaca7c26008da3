import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { asItIs } from '#shared/export/options.ts';
import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { type OwnLayout, ownCopy } from '#shared/layouts/own.ts';
import { render } from './exports.ts';
import * as service from './layouts.ts';
import * as meetings from './meetings.ts';
import { programForEach } from './testing/program.ts';
import { record, valueOf } from './testing/store.ts';

const program = programForEach();

const origin = null;
const narrow: LayoutProfile = { ...layouts.association, page: { ...layouts.association.page, left: 41 } };
const mine = (name = '本會公文', id = 'layout000001'): OwnLayout => ownCopy(narrow, { id, name, order: 1000 });
const keep = (own: OwnLayout) => valueOf(service.put(program.services, { layout: own, origin }));
const leftOf = async (asked: string | null, named?: string) => {
  const document = record(['開會。']);
  document.meta = { ...document.meta, ...(named !== undefined && { layout: named }) };
  valueOf(meetings.create(program.services, { document, origin }));
  const { file } = valueOf(await render(program.services, { id: document.id, format: 'docx', options: { ...asItIs, layout: asked }, blockId: null }));
  return /w:left="(\d+)"[^>]*w:header=|<w:pgMar[^>]*w:left="(\d+)"/.exec(strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']!))?.slice(1).find(Boolean);
};
const twips = (mm: number) => String(Math.round((mm * 1440) / 25.4));

describe('a layout of her own', () => {
  it('is used where a record names it, and where it is asked for', async () => {
    keep(mine());
    expect(await leftOf(null, 'layout000001')).toBe(twips(41));
    expect(await leftOf('layout000001')).toBe(twips(41));
    expect(await leftOf('association', 'layout000001')).toBe(twips(28));
  });

  it('that is gone leaves the record in that of an association, and is told where it is asked for', async () => {
    expect(await leftOf(null, 'layout000009')).toBe(twips(28));
    const document = record(['開會。']);
    valueOf(meetings.create(program.services, { document, origin }));
    expect(await render(program.services, { id: document.id, format: 'docx', options: { ...asItIs, layout: 'layout000009' }, blockId: null })).toEqual({ ok: false, error: { code: 'layout.notFound', params: { name: 'layout000009' } } });
  });

  it('stays after the program was closed, in her order, and can be taken away', async () => {
    keep({ ...mine('乙', 'layout000002'), order: 1002 });
    keep(mine('甲'));
    await program.restart();
    expect(valueOf(service.list(program.services)).map(({ name }) => name)).toEqual(['甲', '乙']);
    valueOf(service.remove(program.services, { id: 'layout000002', origin }));
    expect(valueOf(service.list(program.services)).map(({ name }) => name)).toEqual(['甲']);
    expect(service.remove(program.services, { id: 'layout000002', origin })).toMatchObject({ error: { code: 'layout.notFound' } });
  });

  it('goes from one office to another as a file, under an id of its own there', async () => {
    keep(mine());
    const { name, file } = valueOf(service.exportFile(program.services, { id: 'layout000001' }));
    expect(name).toBe('本會公文.json');
    keep(mine('CON', 'layout000007'));
    expect(valueOf(service.exportFile(program.services, { id: 'layout000007' })).name).toBe('_CON.json');
    valueOf(service.remove(program.services, { id: 'layout000007', origin }));
    // Word for word what is there: it stays once.
    expect(valueOf(await service.importFile(program.services, { file, name, origin }))).toEqual({ id: 'layout000001', name: '本會公文' });
    keep({ ...mine(), layout: layouts.taiwan });
    const taken = valueOf(await service.importFile(program.services, { file, name, origin }));
    expect(taken).toMatchObject({ name: '本會公文' });
    expect(taken.id).not.toBe('layout000001');
    keep(mine());
    const [one, other] = valueOf(service.list(program.services));
    expect(other!.id).toBe(taken.id);
    expect({ ...other!.layout, id: '' , label: '' }).toEqual({ ...one!.layout, id: '', label: '' });
  });

  it.each([
    ['{', 'layout.file'],
    ['{"format":"minutebook-templates","version":1}', 'layout.file'],
    ['{"format":"minutebook-layout","version":9,"layout":{}}', 'layout.newer'],
    [JSON.stringify({ format: 'minutebook-layout', version: 1, layout: { ...narrow, page: { ...narrow.page, left: -3 } } }), 'layout.invalid'],
    [JSON.stringify({ format: 'minutebook-layout', version: 1, layout: { ...narrow, colour: 'red' } }), 'layout.invalid'],
  ])('is not taken in from what is none: %.60s', async (text, code) => {
    const taken = await service.importFile(program.services, { file: new Blob([text]), name: '版面.json', origin });
    expect(taken).toEqual({ ok: false, error: { code } });
    expect(valueOf(service.list(program.services))).toEqual([]);
  });
});
