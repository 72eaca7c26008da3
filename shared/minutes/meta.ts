/** What a record says of its meeting: the block of data at its head. */
import { z } from 'zod';
import { regionSchema, scriptSchema } from '../language.ts';
import { idSchema } from './id.ts';
import { officialSchema } from './official.ts';
import { correctionSchema, stageStepSchema } from './stage.ts';

/** Local civil time of the meeting's place, to the minute: 2024-01-19T09:30. A day alone is allowed. */
export const civilTimeSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?$/);

const line = z.string().max(500);

export const metaSchema = z.strictObject({
  title: line,
  /** 單位：協會、機關、公司. */
  organisation: line,
  /** 會議體：理事會、常務理事會、會員大會. */
  body: line,
  /** 屆, counted from 1; null where the body does not count. */
  term: z.int().min(1).max(9999).nullable(),
  /** 次, counted from 1 within the 屆. */
  session: z.int().min(1).max(9999).nullable(),
  start: civilTimeSchema.nullable(),
  end: civilTimeSchema.nullable(),
  place: line,
  /** 主席 / 主持人. */
  chair: line,
  /** 紀錄 / 記錄: who takes the minutes. */
  recorder: line,
  /** 文號, e.g. X字〔2024〕3號. */
  documentNumber: line,
  region: regionSchema,
  script: scriptSchema,
  /** The body that meets, in the list of bodies; absent = told by organisation and body. */
  bodyId: idSchema.optional(),
  /** 草稿 → 送核 → 定稿 → 已確認: each step that was taken, oldest first; absent = a draft. */
  stages: z.array(stageStepSchema).max(200).optional(),
  /** 更正: what was changed after it was final, and why. */
  corrections: z.array(correctionSchema).max(1000).optional(),
  /** 版面: the layout that it goes out in; absent = that of an association. */
  layout: z.string().regex(/^[a-z0-9]{1,32}$/).optional(),
  /** 公文要素: what an official document carries beside its text. */
  official: officialSchema.optional(),
  /** 浮水印「草稿」 on paper while it is a draft; absent = printed. */
  draftMark: z.literal('none').optional(),
});
export type Meta = z.infer<typeof metaSchema>;

/** Empty meta for a region; mainland records start in 简体, the others in 繁體. */
export function newMeta(region: Meta['region'] = 'TW', script: Meta['script'] = region === 'CN' ? 'Hans' : 'Hant'): Meta {
  return {
    title: '',
    organisation: '',
    body: '',
    term: null,
    session: null,
    start: null,
    end: null,
    place: '',
    chair: '',
    recorder: '',
    documentNumber: '',
    region,
    script,
  };
}
