/** The faces of official documents: the names that one face goes by, and what is taken for it where it is missing. */

/** Names that mean the same face or one that is set for it without remark, best known first. */
export const faceNames = {
  standard: ['方正小标宋简体', '方正小标宋繁体', '方正小标宋_GBK', '小标宋', '小標宋', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
  song: ['宋体', 'SimSun', '新宋体', 'NSimSun', '华文宋体', 'STSong', 'Songti SC', '方正书宋_GBK', '方正书宋简体', 'Noto Serif CJK SC', 'Source Han Serif SC', '思源宋体'],
  fangsong: ['仿宋_GB2312', '仿宋', 'FangSong_GB2312', 'FangSong', '方正仿宋_GBK', '方正仿宋简体', '华文仿宋', 'STFangsong'],
  kai: ['楷体_GB2312', '楷体', 'KaiTi_GB2312', 'KaiTi', '方正楷体_GBK', '方正楷体简体', '华文楷体', 'STKaiti', 'Kaiti SC', 'AR PL UKai CN'],
  hei: ['黑体', 'SimHei', '方正黑体_GBK', '方正黑体简体', '华文黑体', 'STHeiti', 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC', '思源黑体'],
  biaukai: ['標楷體', 'DFKai-SB', 'BiauKai', 'BiauKaiTC', 'TW-Kai', '全字庫正楷體', 'AR PL UKai TW'],
  ming: ['新細明體', 'PMingLiU', '細明體', 'MingLiU', 'PMingLiU_HKSCS', 'MingLiU_HKSCS', 'Songti TC', 'Noto Serif CJK TC', 'Noto Serif CJK HK'],
  jhenghei: ['微軟正黑體', 'Microsoft JhengHei', 'PingFang TC', 'PingFang HK', 'Noto Sans CJK TC', 'Noto Sans CJK HK'],
} as const satisfies Record<string, readonly string[]>;
export type FaceFamily = keyof typeof faceNames;

/** 小標宋→宋體, 仿宋→宋體 …: what a reader comes nearest with, in order. */
const nearest: Readonly<Record<FaceFamily, readonly FaceFamily[]>> = {
  standard: ['song'],
  song: ['ming'],
  fangsong: ['song'],
  kai: ['biaukai', 'fangsong'],
  hei: ['jhenghei'],
  biaukai: ['kai', 'ming'],
  ming: ['song'],
  jhenghei: ['hei'],
};

/** A name as faces are compared: capitals, spaces and underlines make no difference. */
export const faceKey = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '');

/** Which of the faces a name means; null for any other. */
export function familyOf(name: string): FaceFamily | null {
  const key = faceKey(name);
  return (Object.keys(faceNames) as FaceFamily[]).find((family) => faceNames[family].some((known) => faceKey(known) === key)) ?? null;
}

/** The name under which a computer has a face, or the one that will stand in; `otherNames` are those that the file gives. */
export function standIn(name: string, otherNames: readonly string[], has: (name: string) => boolean): string | null {
  const family = familyOf(name);
  const candidates = [...otherNames, ...(family ? [family, ...nearest[family]].flatMap((near) => [...faceNames[near]]) : [])];
  return candidates.find(has) ?? null;
}
