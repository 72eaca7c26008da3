/** 會議用文件: the papers around a meeting, made from its record. */
import { z } from 'zod';
import type { MinutesDocument } from '../minutes/document.ts';
import type { PrintDocument } from '../minutes/print.ts';
import { toScript } from '../text/script.ts';
import { ballots, tallies } from './ballots.ts';
import { meetingName } from './meeting.ts';
import { notice } from './notice.ts';
import { paper } from './paper.ts';
import { proxyForms } from './proxy.ts';
import { signIn } from './sign-in.ts';

/** 開會通知, 簽到簿, 委託書, 選票, 計票單. */
export const kitKindSchema = z.enum(['notice', 'signIn', 'proxy', 'ballot', 'tally']);
export type KitKind = z.infer<typeof kitKindSchema>;

const names: Readonly<Record<KitKind, { TW: string; CN: string; HK: string }>> = {
  notice: { TW: '開會通知單', CN: '會議通知', HK: '會議通告' },
  signIn: { TW: '簽到簿', CN: '簽到表', HK: '簽到表' },
  proxy: { TW: '委託書', CN: '授權委託書', HK: '委任代表表格' },
  ballot: { TW: '選票', CN: '選票', HK: '選票' },
  tally: { TW: '計票單', CN: '計票單', HK: '計票單' },
};

/** What a paper is called where the record is filed. */
export const kitName = (kind: KitKind, { meta: { region, script } }: Pick<MinutesDocument, 'meta'>): string => toScript(names[kind][region], script, region);

const makers: Readonly<Record<KitKind, (document: MinutesDocument, blockId: string | null) => PrintDocument['nodes']>> = {
  notice,
  signIn,
  proxy: proxyForms,
  ballot: ballots,
  tally: tallies,
};

/** A paper of a record. `blockId` is the election or decision that ballots and tallies are for; null = as the record suggests. */
export const kitPaper = (document: MinutesDocument, kind: KitKind, blockId: string | null): PrintDocument =>
  paper(document, `${meetingName(document)}${kitName(kind, document)}`, makers[kind](document, blockId));
