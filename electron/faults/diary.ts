/** Made-up records whose every revision is known from its number, so that what is found can be held against it. */
import { createHash } from 'node:crypto';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { plain } from '#shared/minutes/inline.ts';
import { newMeta } from '#shared/minutes/meta.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import { dice } from './dice.ts';

type Block = MinutesDocument['blocks'][number];

/** Paragraphs of a record; a save changes one of them. */
const paragraphs = 5;
/** Every so many saves change the picture instead. */
const pictureEvery = 7;

export const meetingId = (meeting: number): string => `diary${String(meeting).padStart(7, '0')}`;

/** What is written at a revision: mostly a sentence, now and then pages of it; no two parts of it alike, so that none can stand for another. */
function textOf(meeting: number, revision: number): string {
  const roll = dice(meeting * 7919 + revision);
  const length = roll(4) === 0 ? 2000 + roll(20_000) : 10 + roll(200);
  const written = Array.from({ length }, () => String.fromCharCode(0x4e00 + roll(5000)));
  return `第${meeting}場會議第${revision}次${written.join('')}`;
}

const paragraph = (meeting: number, revision: number, place: number): Block => ({
  id: `diaryblock${place}`,
  kind: 'paragraph',
  inline: plain(textOf(meeting, revision)),
});

/** A whole PNG file of one pixel, another one for every revision. */
export function picture(meeting: number, revision: number): Buffer {
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const bytes = Buffer.alloc(3000 + (revision % 9) * 1000, `${meeting}-${revision};`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([pixel.subarray(0, 33), length, Buffer.from('IDAT'), bytes, Buffer.alloc(4), pixel.subarray(-12)]);
}

export const pictureHash = (meeting: number, revision: number): string => createHash('sha256').update(picture(meeting, revision)).digest('hex');

const pictureBlock = (meeting: number, revision: number): Block => ({
  id: 'diarypicture',
  kind: 'image',
  asset: pictureHash(meeting, revision),
  mime: 'image/png',
  width: 1,
  height: 1,
  paperWidth: null,
  alt: '',
  caption: [],
});

/** A save that changes the picture. */
export const isPictureSave = (revision: number): boolean => revision % pictureEvery === 0;

/** The last revision up to `revision` that changed the block at `place`; 0 where none did. */
function lastChange(revision: number, place: number): number {
  for (let at = revision; at > 0; at--) if (!isPictureSave(at) && at % paragraphs === place) return at;
  return 0;
}

/** The record of a meeting as it is at a revision. */
export function diary(meeting: number, revision: number): MinutesDocument {
  return {
    version: 2,
    id: meetingId(meeting),
    meta: { ...newMeta('TW'), title: `青禾綠化協會第${meeting}次理事會` },
    roster: [],
    blocks: [
      ...Array.from({ length: paragraphs }, (_, place) => paragraph(meeting, lastChange(revision, place), place)),
      pictureBlock(meeting, revision - (revision % pictureEvery)),
    ],
  };
}

/** What the save that leads to `revision` changes. */
export const changesOf = (meeting: number, revision: number): Changes => ({
  blocks: [isPictureSave(revision) ? pictureBlock(meeting, revision) : paragraph(meeting, revision, revision % paragraphs)],
});
