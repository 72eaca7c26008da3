/**
 * Keeps a small database of the present schema, made by the store itself, and what it must open as for good:
 * `node scripts/golden.ts` writes electron/db/migrations/golden/v<version>.db and .json. Run it once when a step was
 * added to the ladder; a file that is there is never made anew.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { startServices } from '#electron/services/running.ts';
import type { Services } from '#electron/services/services.ts';
import * as assets from '#electron/services/assets.ts';
import * as meetings from '#electron/services/meetings.ts';
import * as settings from '#electron/services/settings.ts';
import * as versions from '#electron/services/versions/index.ts';
import { tidyVersions } from '#electron/services/versions/tidying.ts';
import { newBodyCard } from '#shared/directory/body.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { boardMeeting, councilMeeting } from '#shared/minutes/fixtures.ts';
import { plain } from '#shared/minutes/inline.ts';
import { newMeta } from '#shared/minutes/meta.ts';
import { documentText } from '#shared/minutes/text.ts';
import type { Result } from '#shared/result.ts';

const folder = join(import.meta.dirname, '../electron/db/migrations/golden');
const file = `v${migrations.length}`;
const target = join(folder, `${file}.db`);
if (existsSync(target)) throw new Error(`${file}.db is there already and stays as it is`);

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const simplified: MinutesDocument = {
  version: 2,
  id: 'goldensimple',
  meta: { ...newMeta('CN', 'Hans'), title: '澄湖水利研究会第二届第一次会员大会', organisation: '澄湖水利研究会', body: '会员大会', start: '2019-03-04T09:00' },
  roster: [],
  blocks: [{ id: 'goldenpara01', kind: 'paragraph', inline: plain('会议听取了水质监测的数据。') }],
};

/** Saves `count` changes of the last paragraph, each of them one operation. */
function write(services: Services, id: string, count: number): void {
  for (let turn = 0; turn < count; turn++) {
    const open = valueOf(meetings.open(services, { id }));
    if (open.state !== 'editable') throw new Error('cannot be edited');
    const { document, revision } = open;
    const added = { id: `golden${String(revision).padStart(6, '0')}`, kind: 'paragraph' as const, inline: plain(`第${revision + 1}次修改：補記與會者的意見。`) };
    const order = [...document.blocks.map((block) => block.id), added.id];
    valueOf(meetings.save(services, { id, revision, changes: { order, blocks: [added] }, origin: null }));
  }
}

const making = mkdtempSync(join(tmpdir(), 'minutebook-golden-'));
const options = { databasePath: join(making, `${file}.db`), resources: '', example: false };
const [council, board] = [councilMeeting(), boardMeeting()];

// Several sittings, so that there are older texts too; the last one ends as a power cut would, with changes after the newest whole text.
const first = valueOf(startServices(options));
for (const document of [council, board, simplified]) valueOf(meetings.create(first.services, { document, origin: null }));
valueOf(await assets.put(first.services, { file: new Blob([picture]) }));
valueOf(settings.set(first.services, { settings: { zoom: 125, theme: 'dark', language: 'zh-Hant' }, origin: null }));
write(first.services, council.id, 3);
await first.close();
for (let sitting = 0; sitting < 4; sitting++) {
  const next = valueOf(startServices(options));
  write(next.services, council.id, 2);
  write(next.services, simplified.id, 1);
  await next.close();
}
const { services } = valueOf(startServices(options));
valueOf(versions.name(services, { id: council.id, revision: 5, name: '送核稿', origin: null }));
const present = services.db.meetings.find(simplified.id);
if (present) valueOf(versions.circulate(services, { id: present.id, revision: present.revision, origin: null }));
await tidyVersions({ db: services.db, isHeld: () => false, now: services.now }, new AbortController().signal);
write(services, council.id, 2);
valueOf(meetings.pin(services, { id: simplified.id, pinned: true, origin: null }));
valueOf(meetings.trash(services, { id: board.id, origin: null }));

const cards = {
  people: [{ id: 'goldenperson', name: '柳思源', aliases: [], posts: [{ organisation: '澄湖水利研究会', title: '秘书长', since: '2018-05-01', until: null }], note: '', former: [] }],
  bodies: [{ ...newBodyCard('CN', 'Hans'), id: 'goldenbody01', organisation: '澄湖水利研究会', name: '会员大会', members: [{ personId: 'goldenperson', seat: '理事', rank: 1, voting: true, since: null, until: null }] }],
} as const;
for (const [collection, list] of Object.entries(cards)) {
  services.db.write(() => {
    for (const card of list) services.db.cards.put(collection as keyof typeof cards, card.id, card, services.now().toISOString());
  });
}

const expected = {
  cards,
  settings: valueOf(settings.get(services)),
  pictures: [valueOf(await assets.put(services, { file: new Blob([picture]) }))],
  meetings: [council.id, board.id, simplified.id].map((id) => {
    const open = valueOf(meetings.open(services, { id }));
    const row = services.db.meetings.find(id);
    if (open.state !== 'editable' || !row) throw new Error('cannot be edited');
    const { revision, pinned, trashedAt, title, year } = row;
    const timeline = valueOf(versions.list(services, { id, offset: 0, limit: 100 })).versions.map(({ revision: at, name, circulatedAt }) => ({
      revision: at,
      name,
      circulatedAt,
      text: documentText(valueOf(versions.open(services, { id, revision: at })).document),
    }));
    return { id, revision, pinned, trashedAt, title, year, text: documentText(open.document), versions: timeline };
  }),
};
services.db.close();
copyFileSync(options.databasePath, target);
writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(expected, null, 2)}\n`);
rmSync(making, { recursive: true });
