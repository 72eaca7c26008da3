/** Made-up meetings with pictures, for the tests of archives. */
import { crc32, deflateSync } from 'node:zlib';
import { newId } from '#shared/minutes/id.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { record } from '#electron/services/testing/store.ts';

/** A small PNG in a colour of its own. */
export function png(colour: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const line = Buffer.from([0, colour & 255, (colour >> 8) & 255, 7, 1, 2, 3]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(line)), chunk('IEND', Buffer.alloc(0))]);
}

/** A record that shows a picture. */
export function withPicture(document: MinutesDocument, hash: string): MinutesDocument {
  return {
    ...document,
    blocks: [...document.blocks, { id: newId(), kind: 'image', asset: hash, mime: 'image/png', width: 2, height: 1, paperWidth: 100, caption: [], alt: '會場' }],
  };
}

const titles = ['理事會', '監事會：聯席?', 'CON', 'a/b\\c', '會員大會*…', '第三屆「青禾」理事會會議紀錄．'];

/** A meeting like the others, and unlike them in its words. */
export const meetingNumber = (number: number): MinutesDocument =>
  record([`主席致詞，第${number}號。`, '審議通過年度預算。'.repeat(1 + (number % 40))], {
    title: `${titles[number % titles.length] ?? ''}${number % 7 === 0 ? '' : number}`,
    body: '理事會',
    start: number % 5 === 0 ? null : `${2015 + (number % 11)}-0${1 + (number % 9)}-19T09:30`,
  });
