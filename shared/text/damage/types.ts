/** What a repair is. */
/** A 現(xiàn); B 發展?fàn)顩r; C 最后, 規范; D half-width punctuation between Han characters. */
export const damageClasses = ['pinyin', 'lostByte', 'script', 'punctuation'] as const;
export type DamageClass = (typeof damageClasses)[number];

/** The classes that are safe to repair unasked; the others are offered. */
export const certainClasses: readonly DamageClass[] = ['pinyin', 'lostByte'];

/** One replacement. Offsets are UTF-16 units of the damaged text; repairs never overlap. */
export interface Repair {
  kind: DamageClass;
  start: number;
  end: number;
  before: string;
  after: string;
}

/** A place that is damaged and was left as it is. */
export interface Unresolved {
  kind: DamageClass;
  start: number;
  end: number;
  text: string;
}

export interface Damage {
  /** In the order of the text. */
  repairs: Repair[];
  unresolved: Unresolved[];
  counts: Record<DamageClass, number>;
}

/** Decodes GBK bytes: `(bytes) => new TextDecoder('gbk').decode(bytes)`. What is no GBK gives U+FFFD. */
export type DecodeGbk = (bytes: Uint8Array) => string;
