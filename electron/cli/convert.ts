/** A plain record, repaired and recognised, as a file in another format. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { chromiumPdf } from '#electron/host/chromium-pdf.ts';
import { contentOf, noMeans } from '#electron/services/exports.ts';
import { readTextFile } from '#electron/services/text-file.ts';
import { writeFileSafely } from '#electron/services/write-file.ts';
import type { Region, Script } from '#shared/language.ts';
import { sections, type SectionKind } from '#shared/minutes/blocks/index.ts';
import { minutesDocumentSchema, newMinutes, type MinutesDocument } from '#shared/minutes/document.ts';
import { recognise, type Recognised } from '#shared/minutes/recognise/index.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { editBlock } from '#shared/minutes/walk.ts';
import { ok, type Result } from '#shared/result.ts';
import type { TextEncoding } from '#shared/rpc/schemas.ts';
import { applyRepairs, certainClasses, findDamage, type Damage } from '#shared/text/damage.ts';
import { foldScript } from '#shared/text/fold.ts';
import { formOf, layoutAsked, type PaperOptions } from './paper.ts';
import { formatOf, sentence, withStore, type Terminal } from './terms.ts';

export interface ConvertOptions extends PaperOptions {
  out: string;
  save?: boolean;
  db?: string;
  encoding?: TextEncoding | 'utf-8';
  region?: Region;
}

/** Reads `file`, writes `out` and, where asked, keeps the record. Tells what was repaired and recognised. */
export async function convert(terminal: Terminal, file: string, options: ConvertOptions): Promise<Result<null>> {
  const format = formatOf(options.out);
  if (!format.ok) return format;
  const text = await readTextFile(file, options.encoding === 'utf-8' ? undefined : options.encoding);
  if (!text.ok) return text;
  const layout = await layoutAsked(options, options.db);
  if (!layout.ok) return layout;
  const { document, damage, found } = readRecord(text.value, basename(file, extname(file)), options);

  const write = async (): Promise<Result<null>> => {
    const content = await contentOf(document, format.value, { ...noMeans, pdf: chromiumPdf() }, formOf(options), { layout: layout.value });
    if (!content.ok) return content;
    const written = await writeFileSafely(options.out, typeof content.value === 'string' ? new TextEncoder().encode(content.value) : content.value);
    if (written.ok) terminal.tell(summary(terminal, damage, found));
    return written;
  };
  if (!options.save) return write();
  // The database is open before the file is written: where it cannot be opened, nothing happens at all.
  return withStore(options.db, { create: true }, async (client) => {
    const written = await write();
    if (!written.ok) return written;
    const created = await client.meetings.create({ document, origin: null });
    if (!created.ok) return created;
    terminal.tell(sentence(terminal, 'saved', { id: document.id }));
    return ok(null);
  });
}

interface ReadRecord {
  document: MinutesDocument;
  damage: Damage;
  found: Recognised['found'];
}

/** The record of a text; `title` where the text has none. Its own id is a new one only where it is kept. */
function readRecord(text: string, title: string, { region, profile, save }: Pick<ConvertOptions, 'region' | 'profile' | 'save'>): ReadRecord {
  const damage = findDamage(text, (bytes) => new TextDecoder('gbk').decode(bytes), region ? { region } : {});
  const letters = scriptOf(text);
  // Only pages of the mainland's encoding carry this damage, in whatever script they are.
  const mainland = letters === 'Hans' || certainClasses.some((kind) => damage.counts[kind] > 0);
  const paper = { script: letters, region: region ?? (mainland ? 'CN' : 'TW') } as const;
  const { meta, blocks, roster, found } = recognise(applyRepairs(text, damage.repairs, certainClasses), paper);
  const empty = newMinutes({ title: title.slice(0, 500), ...meta, ...paper, ...(profile !== undefined && { layout: profile }) });
  const nextId = idsFrom(JSON.stringify([text, title, paper]));
  const document = { ...empty, id: save ? empty.id : nextId(), roster: withIds(roster, nextId), blocks: (blocks.length > 0 ? blocks : empty.blocks).map((block) => editBlock(block, { id: nextId })) };
  return { document: minutesDocumentSchema.parse(document), damage, found };
}

/** The people with other ids, in their proxies too. */
function withIds(roster: readonly Person[], nextId: () => string): Person[] {
  const ids = new Map(roster.map(({ id }) => [id, nextId()]));
  return roster.map((person) => {
    const proxy = person.proxy && ids.get(person.proxy);
    return { ...person, id: ids.get(person.id) ?? person.id, ...(proxy && { proxy }) };
  });
}

/** Ids that follow from what is read: the same text becomes the same file, byte for byte. */
function idsFrom(source: string): () => string {
  const seed = createHash('sha256').update(source).digest();
  let count = 0;
  return () => createHash('sha256').update(seed).update(String(count++)).digest('hex').slice(0, 16);
}

/** 繁 where the text holds characters that 简 writes in another way. */
function scriptOf(text: string): Script {
  const folded = foldScript(text);
  let traditional = 0;
  for (let at = 0; at < text.length; at++) if (text[at] !== folded[at]) traditional++;
  return traditional > text.length / 200 ? 'Hant' : 'Hans';
}

/** What was repaired and what was recognised, in one line. */
function summary(terminal: Terminal, { counts, unresolved }: Damage, found: Recognised['found']): string {
  const count = certainClasses.reduce((sum, kind) => sum + counts[kind], 0);
  const named = (Object.keys(sections) as SectionKind[]).flatMap((kind) => {
    const number = found[kind];
    return number ? [`${sections[kind].label[terminal.language]} ${number}`] : [];
  });
  const parts = [
    count > 0 ? sentence(terminal, 'repaired', { count, pinyin: counts.pinyin, lostByte: counts.lostByte }) : sentence(terminal, 'undamaged'),
    ...(unresolved.length > 0 ? [sentence(terminal, 'unresolved', { count: unresolved.length })] : []),
    sentence(terminal, 'recognised', { sections: named.join(terminal.language === 'en' ? ', ' : '、') || '—', paragraphs: found.paragraph ?? 0 }),
  ];
  return parts.join(terminal.language === 'en' ? '; ' : '；');
}
