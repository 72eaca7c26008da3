/** 公文要素: the marks of an official document that are no part of what was said and decided (GB/T 9704-2012, 7.2 and 7.4). */
import { z } from 'zod';

/** 密級 and 緊急程度 as a paper bears them. */
export const secrecyWords = {
  secret: { Hant: '機密', Hans: '机密' },
  confidential: { Hant: '秘密', Hans: '秘密' },
  topSecret: { Hant: '絕密', Hans: '绝密' },
} as const;
export const urgencyWords = { urgent: { Hant: '加急', Hans: '加急' }, mostUrgent: { Hant: '特急', Hans: '特急' } } as const;

const line = z.string().max(500);

/** Every part may be missing; what is missing does not print. */
export const officialSchema = z.strictObject({
  /** 份號: six figures, told one copy from another. */
  copyNumber: line.optional(),
  /** 密級, and how long it holds: 機密★1年. */
  secrecy: z.enum(['secret', 'confidential', 'topSecret']).optional(),
  secrecyPeriod: line.optional(),
  /** 緊急程度: 加急, 特急. */
  urgency: z.enum(['urgent', 'mostUrgent']).optional(),
  /** 紀要標誌: the red words at the head; absent = made from the organisation and the body. */
  mark: line.optional(),
  /** 第×期. */
  issue: z.int().min(1).max(99_999).optional(),
  /** 簽發人. */
  signers: z.array(line).max(20).optional(),
  /** 主送. */
  addressee: line.optional(),
  /** 抄送. */
  copiesTo: line.optional(),
  /** 印發機關; absent = the organisation. */
  printedBy: line.optional(),
  /** 印發日期, a day: 2024-01-22. */
  printedOn: z.iso.date().optional(),
  /** 經辦人. */
  handler: line.optional(),
});
export type Official = z.infer<typeof officialSchema>;
