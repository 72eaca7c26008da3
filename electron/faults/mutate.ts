/** Bytes that are no longer what they were. */
import type { Dice } from './dice.ts';

/** A copy of `bytes` changed in one to four places, as damage, bad programs and ill will change files. */
export function mutate(bytes: Buffer, roll: Dice): Buffer {
  let result = Buffer.from(bytes);
  for (let times = 1 + roll(4); times > 0; times--) {
    const at = roll(result.length + 1);
    const length = roll(roll(2) === 0 ? 16 : 5000);
    switch (roll(6)) {
      case 0:
        if (at < result.length) result[at] = (result[at] ?? 0) ^ (1 << roll(8));
        break;
      case 1:
        result = result.subarray(0, at);
        break;
      case 2:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), Buffer.from(Array.from({ length: Math.min(length, 200) }, () => roll(256))), result.subarray(at)]);
        break;
      case 4:
        result.fill([0, 0xff, 0x30, 0x7b][roll(4)] ?? 0, at, Math.min(result.length, at + length));
        break;
      case 5:
        result = Buffer.concat([result.subarray(0, at), result.subarray(roll(result.length + 1), at + length), result.subarray(at)]);
    }
  }
  return result;
}
