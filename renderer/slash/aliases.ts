/** Short names of what the slash menu offers: pinyin initials and words that people say instead. */
import type { CommandId } from '#shared/commands/commands.ts';

/** In the order of the menu. Labels in all three languages count as names by themselves. */
export const slashAliases = {
  'insert.attendance': 'cx chuxi 出席名單 列席 請假 与会 attendees',
  'insert.speech': 'zc zhici 致詞 致词 講話 讲话 發言 发言 address',
  'insert.report': 'bg baogao 工作報告 工作报告',
  'insert.heardReport': 'tq tqbg tingqu 聽取 听取 報告事項',
  'insert.resolution': 'sytg jy jueyi 決議 决议 審議 审议 提案 案由 討論事項 表決 motion decision',
  'insert.actions': 'jb jbsx jiaoban 待辦 待办 追蹤 跟進 跟进 任務 任务 todo task action',
  'insert.followUp': 'zx zxqx zhixing 續議 续议 追蹤 落實 落实 前次決議 上次決議 follow',
  'insert.election': 'xj xuanju 改選 改选 補選 补选 投票 當選 当选 候選 候选 ballot vote',
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
