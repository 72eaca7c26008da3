/** Short names of what the slash menu offers: pinyin initials and words that people say instead. */
import type { CommandId } from '#shared/commands/commands.ts';
import { commonSections, moreSections, type SectionCommand } from '#shared/commands/menu.ts';
import { type SectionKind, sections } from '#shared/minutes/blocks/index.ts';

/** A section is called what its kind says. */
const sectionNames = Object.fromEntries(
  [...commonSections, ...moreSections.groups.flat()].map((id) => [id, sections[id.replace('insert.', '') as SectionKind].section.offer.names]),
) as Record<SectionCommand, string>;

/** In the order of the menu. Labels in all three languages count as names by themselves. */
export const slashAliases = {
  ...sectionNames,
  'format.paragraph': 'zw nw duanluo 內文 正文 段落 text paragraph',
  'format.heading1': 'bt1 biaoti h1',
  'format.heading2': 'bt2 biaoti h2',
  'format.heading3': 'bt3 biaoti h3',
  'format.heading4': 'bt4 biaoti h4',
  'format.item1': 'bh1 bianhao tm 條目 条目 list',
  'format.item2': 'bh2 bianhao tm 條目 条目 list',
  'format.item3': 'bh3 bianhao tm 條目 条目 list',
  'format.item4': 'bh4 bianhao tm 條目 条目 list',
  'format.bullet': 'xm xmfh 清單 列表 ul',
  'format.quote': 'yw yinwen 引用 blockquote',
  'insert.table': 'bg biaoge 表',
  'insert.image': 'tp tupian 照片 相片 photo image',
  'insert.textFile': 'wz wzd wenzi wb txt 匯入 导入 import',
  'insert.pageBreak': 'fy fenye 換頁 换页',
  'insert.blank': 'dt dtc daitian 填空 fill',
  'insert.link': 'lj lianjie 超連結 超链接 url',
} as const satisfies Partial<Record<CommandId, string>>;

export type SlashCommand = keyof typeof slashAliases;
