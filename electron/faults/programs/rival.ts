/**
 * Opens a database when it is told to: `node rival.ts DATABASE SEED SAVES`. Prints `ready`; after a line on its input what
 * opening was answered; and, where it owns the database, the facts of its saves. Lets go when its input ends.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startServices } from '#electron/services/running.ts';
import * as meetings from '#electron/services/meetings.ts';
import { put } from '#electron/services/assets.ts';
import { changesOf, diary, isPictureSave, meetingId, picture } from '../diary.ts';
import { dice } from '../dice.ts';

const [databasePath = '', seed = '1', saves = '1'] = process.argv.slice(2);
const roll = dice(Number(seed));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const input = createInterface(process.stdin);
say('ready');
await once(input, 'line');
const over = once(input, 'close');

const started = startServices({ databasePath, resources: '', example: false, patience: 50 });
say(started.ok ? 'opened' : started.error.code);
if (started.ok) {
  const { services, close } = started.value;
  const meeting = 1000 + roll(1000);
  const shown = async (revision: number): Promise<void> => {
    const kept = await put(services, { file: new Blob([new Uint8Array(picture(meeting, revision))]) });
    if (!kept.ok) throw new Error(kept.error.code);
  };
  await shown(0);
  meetings.create(services, { document: diary(meeting, 0), origin: null });
  for (let revision = 0; revision < Number(saves); revision++) {
    if (isPictureSave(revision + 1)) await shown(revision + 1);
    const saved = meetings.save(services, { id: meetingId(meeting), revision, changes: changesOf(meeting, revision + 1), origin: null });
    if (!saved.ok) throw new Error(saved.error.code);
    say(JSON.stringify({ meeting, revision: revision + 1 }));
  }
  await over;
  await close();
} else {
  await over;
}
