/**
 * Every command: its name, its menu and its shortcut, once. The desktop menu, the page's menus, the toolbar, the
 * palette and the slash menu read this list; `renderer/commands/` says what each does, and a command without a deed
 * does not compile.
 */
import type { Words } from '../language.ts';
import { type SectionKind, sections } from '../minutes/blocks/index.ts';

export const menus = ['file', 'edit', 'insert', 'format', 'table', 'record', 'view', 'help'] as const;
export type Menu = (typeof menus)[number];

export interface CommandEntry {
  menu: Menu;
  label: Words;
  /** `Mod` is Ctrl, or ⌘ on a Mac; the last part is a `KeyboardEvent.key`. */
  shortcut?: string;
}

/** A section of every kind can be put in: its command follows from its definition. */
const insertSections = Object.fromEntries(
  Object.entries(sections).map(([kind, { label }]) => [`insert.${kind}`, { menu: 'insert', label }]),
) as unknown as { readonly [Kind in SectionKind as `insert.${Kind}`]: CommandEntry };

export const commands = {
  'meeting.new': { menu: 'file', label: { 'zh-Hant': '新會議…', 'zh-Hans': '新建会议…', en: 'New meeting…' }, shortcut: 'Mod+Alt+N' },
  'meeting.duplicateAsNext': { menu: 'file', label: { 'zh-Hant': '複製為下次會議', 'zh-Hans': '复制为下次会议', en: 'Duplicate as next meeting' } },
  'meeting.rename': { menu: 'file', label: { 'zh-Hant': '重新命名…', 'zh-Hans': '重命名…', en: 'Rename…' }, shortcut: 'F2' },
  'meeting.pin': { menu: 'file', label: { 'zh-Hant': '釘選／取消釘選', 'zh-Hans': '置顶／取消置顶', en: 'Pin or unpin' } },
  'meeting.trash': { menu: 'file', label: { 'zh-Hant': '移到垃圾桶', 'zh-Hans': '移到回收站', en: 'Move to trash' } },
  'versions.show': { menu: 'file', label: { 'zh-Hant': '版本記錄', 'zh-Hans': '版本记录', en: 'Version history' }, shortcut: 'Mod+Alt+H' },
  'versions.name': { menu: 'file', label: { 'zh-Hant': '命名此版本…', 'zh-Hans': '命名此版本…', en: 'Name this version…' } },
  'versions.compareCirculated': { menu: 'file', label: { 'zh-Hant': '與送出的版本比較', 'zh-Hans': '与送出的版本比较', en: 'Compare with the version sent' } },
  'directory.people': { menu: 'file', label: { 'zh-Hant': '人名錄…', 'zh-Hans': '人名录…', en: 'People…' }, shortcut: 'Mod+Alt+P' },
  'directory.bodies': { menu: 'file', label: { 'zh-Hant': '會議體…', 'zh-Hans': '会议体…', en: 'Bodies…' }, shortcut: 'Mod+Alt+B' },
  'directory.gather': { menu: 'file', label: { 'zh-Hant': '由過去的會議建立人名錄…', 'zh-Hans': '由过去的会议建立人名录…', en: 'Gather people from past meetings…' } },
  'safety.open': { menu: 'file', label: { 'zh-Hant': '安全與備份…', 'zh-Hans': '安全与备份…', en: 'Safety and backups…' } },
  'safety.backUp': { menu: 'file', label: { 'zh-Hant': '立即備份', 'zh-Hans': '立即备份', en: 'Back up now' } },
  'safety.archives': { menu: 'file', label: { 'zh-Hant': '封存檔：製作、匯入…', 'zh-Hans': '归档文件：制作、导入…', en: 'Archives: make, import…' } },
  'import.open': { menu: 'file', label: { 'zh-Hant': '匯入…', 'zh-Hans': '导入…', en: 'Import…' }, shortcut: 'Mod+Alt+O' },
  'kit.open': { menu: 'file', label: { 'zh-Hant': '會議用文件…', 'zh-Hans': '会议用文件…', en: 'Papers for the meeting…' } },
  'export.open': { menu: 'file', label: { 'zh-Hant': '匯出…', 'zh-Hans': '导出…', en: 'Export…' }, shortcut: 'Mod+Shift+E' },
  'export.excerpt': { menu: 'file', label: { 'zh-Hant': '決議摘錄…', 'zh-Hans': '决议摘录…', en: 'Excerpt of a decision…' } },
  'export.many': { menu: 'file', label: { 'zh-Hant': '匯出多份…', 'zh-Hans': '导出多份…', en: 'Export several…' } },
  'export.docx': { menu: 'file', label: { 'zh-Hant': '匯出 Word', 'zh-Hans': '导出 Word', en: 'Export Word' } },
  'export.pdf': { menu: 'file', label: { 'zh-Hant': '匯出 PDF', 'zh-Hans': '导出 PDF', en: 'Export PDF' } },
  'export.html': { menu: 'file', label: { 'zh-Hant': '匯出 HTML', 'zh-Hans': '导出 HTML', en: 'Export HTML' } },
  'export.md': { menu: 'file', label: { 'zh-Hant': '匯出 Markdown', 'zh-Hans': '导出 Markdown', en: 'Export Markdown' } },
  'export.txt': { menu: 'file', label: { 'zh-Hant': '匯出純文字', 'zh-Hans': '导出纯文本', en: 'Export plain text' } },
  'export.json': { menu: 'file', label: { 'zh-Hant': '匯出資料檔', 'zh-Hans': '导出数据文件', en: 'Export data file' } },
  'edit.undo': { menu: 'edit', label: { 'zh-Hant': '復原', 'zh-Hans': '撤销', en: 'Undo' }, shortcut: 'Mod+Z' },
  'edit.redo': { menu: 'edit', label: { 'zh-Hant': '取消復原', 'zh-Hans': '重做', en: 'Redo' }, shortcut: 'Mod+Y' },
  'edit.pastePlain': { menu: 'edit', label: { 'zh-Hant': '貼上純文字', 'zh-Hans': '粘贴纯文本', en: 'Paste as plain text' }, shortcut: 'Mod+Shift+V' },
  'edit.repair': { menu: 'edit', label: { 'zh-Hant': '整理文字…', 'zh-Hans': '整理文字…', en: 'Repair text…' } },
  'edit.moveUp': { menu: 'edit', label: { 'zh-Hant': '段落上移', 'zh-Hans': '段落上移', en: 'Move up' }, shortcut: 'Alt+Shift+ArrowUp' },
  'edit.moveDown': { menu: 'edit', label: { 'zh-Hant': '段落下移', 'zh-Hans': '段落下移', en: 'Move down' }, shortcut: 'Alt+Shift+ArrowDown' },
  'edit.deleteBlock': { menu: 'edit', label: { 'zh-Hant': '刪除這個區塊', 'zh-Hans': '删除这个区块', en: 'Delete block' } },
  ...insertSections,
  'insert.table': { menu: 'insert', label: { 'zh-Hant': '表格…', 'zh-Hans': '表格…', en: 'Table…' } },
  'insert.image': { menu: 'insert', label: { 'zh-Hant': '圖片…', 'zh-Hans': '图片…', en: 'Picture…' } },
  'insert.textFile': { menu: 'insert', label: { 'zh-Hant': '文字檔…', 'zh-Hans': '文本文件…', en: 'Text file…' } },
  'insert.pageBreak': { menu: 'insert', label: { 'zh-Hant': '分頁', 'zh-Hans': '分页', en: 'Page break' }, shortcut: 'Mod+Enter' },
  'insert.link': { menu: 'insert', label: { 'zh-Hant': '連結…', 'zh-Hans': '链接…', en: 'Link…' } },
  'insert.blank': { menu: 'insert', label: { 'zh-Hant': '待填處', 'zh-Hans': '待填处', en: 'Blank to fill in' } },
  'format.bold': { menu: 'format', label: { 'zh-Hant': '粗體', 'zh-Hans': '加粗', en: 'Bold' }, shortcut: 'Mod+B' },
  'format.italic': { menu: 'format', label: { 'zh-Hant': '斜體', 'zh-Hans': '倾斜', en: 'Italic' }, shortcut: 'Mod+I' },
  'format.underline': { menu: 'format', label: { 'zh-Hant': '底線', 'zh-Hans': '下划线', en: 'Underline' }, shortcut: 'Mod+U' },
  'format.strike': { menu: 'format', label: { 'zh-Hant': '刪除線', 'zh-Hans': '删除线', en: 'Strikethrough' } },
  'format.superscript': { menu: 'format', label: { 'zh-Hant': '上標', 'zh-Hans': '上标', en: 'Superscript' }, shortcut: 'Mod+Shift+=' },
  'format.subscript': { menu: 'format', label: { 'zh-Hant': '下標', 'zh-Hans': '下标', en: 'Subscript' }, shortcut: 'Mod+=' },
  'format.highlight': { menu: 'format', label: { 'zh-Hant': '螢光標示', 'zh-Hans': '突出显示', en: 'Highlight' } },
  'format.clear': { menu: 'format', label: { 'zh-Hant': '清除格式', 'zh-Hans': '清除格式', en: 'Clear formatting' }, shortcut: 'Mod+Space' },
  'format.paragraph': { menu: 'format', label: { 'zh-Hant': '內文', 'zh-Hans': '正文', en: 'Body text' }, shortcut: 'Mod+Alt+0' },
  'format.heading1': { menu: 'format', label: { 'zh-Hant': '標題 1', 'zh-Hans': '标题 1', en: 'Heading 1' }, shortcut: 'Mod+Alt+1' },
  'format.heading2': { menu: 'format', label: { 'zh-Hant': '標題 2', 'zh-Hans': '标题 2', en: 'Heading 2' }, shortcut: 'Mod+Alt+2' },
  'format.heading3': { menu: 'format', label: { 'zh-Hant': '標題 3', 'zh-Hans': '标题 3', en: 'Heading 3' }, shortcut: 'Mod+Alt+3' },
  'format.heading4': { menu: 'format', label: { 'zh-Hant': '標題 4', 'zh-Hans': '标题 4', en: 'Heading 4' }, shortcut: 'Mod+Alt+4' },
  'format.item1': { menu: 'format', label: { 'zh-Hant': '編號 一、', 'zh-Hans': '编号 一、', en: 'Numbered 一、' }, shortcut: 'Mod+Alt+5' },
  'format.item2': { menu: 'format', label: { 'zh-Hant': '編號 （一）', 'zh-Hans': '编号 （一）', en: 'Numbered （一）' }, shortcut: 'Mod+Alt+6' },
  'format.item3': { menu: 'format', label: { 'zh-Hant': '編號 1.', 'zh-Hans': '编号 1.', en: 'Numbered 1.' }, shortcut: 'Mod+Alt+7' },
  'format.item4': { menu: 'format', label: { 'zh-Hant': '編號 （1）', 'zh-Hans': '编号 （1）', en: 'Numbered （1）' }, shortcut: 'Mod+Alt+8' },
  'format.bullet': { menu: 'format', label: { 'zh-Hant': '項目符號', 'zh-Hans': '项目符号', en: 'Bullet' }, shortcut: 'Mod+Shift+L' },
  'format.quote': { menu: 'format', label: { 'zh-Hant': '引文', 'zh-Hans': '引文', en: 'Quote' } },
  'format.restart': { menu: 'format', label: { 'zh-Hant': '重新編號', 'zh-Hans': '重新编号', en: 'Restart numbering' } },
  'format.alignStart': { menu: 'format', label: { 'zh-Hant': '靠左對齊', 'zh-Hans': '左对齐', en: 'Align left' }, shortcut: 'Mod+L' },
  'format.alignCenter': { menu: 'format', label: { 'zh-Hant': '置中對齊', 'zh-Hans': '居中', en: 'Centre' }, shortcut: 'Mod+E' },
  'format.alignEnd': { menu: 'format', label: { 'zh-Hant': '靠右對齊', 'zh-Hans': '右对齐', en: 'Align right' }, shortcut: 'Mod+R' },
  'format.alignJustify': { menu: 'format', label: { 'zh-Hant': '左右對齊', 'zh-Hans': '两端对齐', en: 'Justify' }, shortcut: 'Mod+J' },
  'table.rowAbove': { menu: 'table', label: { 'zh-Hant': '在上方插入列', 'zh-Hans': '在上方插入行', en: 'Insert row above' } },
  'table.rowBelow': { menu: 'table', label: { 'zh-Hant': '在下方插入列', 'zh-Hans': '在下方插入行', en: 'Insert row below' } },
  'table.columnBefore': { menu: 'table', label: { 'zh-Hant': '在左方插入欄', 'zh-Hans': '在左侧插入列', en: 'Insert column left' } },
  'table.columnAfter': { menu: 'table', label: { 'zh-Hant': '在右方插入欄', 'zh-Hans': '在右侧插入列', en: 'Insert column right' } },
  'table.deleteRow': { menu: 'table', label: { 'zh-Hant': '刪除列', 'zh-Hans': '删除行', en: 'Delete row' } },
  'table.deleteColumn': { menu: 'table', label: { 'zh-Hant': '刪除欄', 'zh-Hans': '删除列', en: 'Delete column' } },
  'table.deleteTable': { menu: 'table', label: { 'zh-Hant': '刪除表格', 'zh-Hans': '删除表格', en: 'Delete table' } },
  'table.merge': { menu: 'table', label: { 'zh-Hant': '合併儲存格', 'zh-Hans': '合并单元格', en: 'Merge cells' } },
  'table.split': { menu: 'table', label: { 'zh-Hant': '分割儲存格', 'zh-Hans': '拆分单元格', en: 'Split cell' } },
  'table.headerRow': { menu: 'table', label: { 'zh-Hant': '標題列', 'zh-Hans': '标题行', en: 'Header row' } },
  'record.submit': { menu: 'record', label: { 'zh-Hant': '送核…', 'zh-Hans': '送核…', en: 'Submit for review…' } },
  'record.backToDraft': { menu: 'record', label: { 'zh-Hant': '退回草稿', 'zh-Hans': '退回草稿', en: 'Back to draft' } },
  'record.finalise': { menu: 'record', label: { 'zh-Hant': '定稿…', 'zh-Hans': '定稿…', en: 'Make final…' }, shortcut: 'Mod+Alt+F' },
  'record.confirm': { menu: 'record', label: { 'zh-Hant': '確認紀錄…', 'zh-Hans': '确认记录…', en: 'Confirm minutes…' } },
  'record.correct': { menu: 'record', label: { 'zh-Hant': '更正…', 'zh-Hans': '更正…', en: 'Correct…' }, shortcut: 'Mod+Alt+G' },
  'record.finishCorrection': { menu: 'record', label: { 'zh-Hant': '完成更正', 'zh-Hans': '完成更正', en: 'Finish correction' } },
  'record.dropCorrection': { menu: 'record', label: { 'zh-Hant': '放棄更正', 'zh-Hans': '放弃更正', en: 'Give up correction' } },
  'record.copySeal': { menu: 'record', label: { 'zh-Hant': '複製完整雜湊', 'zh-Hans': '复制完整哈希', en: 'Copy full hash' } },
  'record.draftMark': { menu: 'record', label: { 'zh-Hant': '草稿印浮水印', 'zh-Hans': '草稿打印水印', en: 'Print draft watermark' } },
  'record.fromAgenda': { menu: 'record', label: { 'zh-Hant': '依議程建立各段', 'zh-Hans': '按议程建立各段', en: 'Sections from the agenda' } },
  'own.saveMeeting': { menu: 'record', label: { 'zh-Hant': '整份存成範本…', 'zh-Hans': '整份存为模板…', en: 'Save meeting as template…' } },
  'own.saveSection': { menu: 'record', label: { 'zh-Hant': '這一段存成範本…', 'zh-Hans': '这一段存为模板…', en: 'Save section as template…' } },
  'own.templates': { menu: 'record', label: { 'zh-Hant': '範本與片語…', 'zh-Hans': '模板与短语…', en: 'Templates and phrases…' } },
  'own.phrases': { menu: 'record', label: { 'zh-Hant': '片語…', 'zh-Hans': '短语…', en: 'Phrases…' } },
  'view.palette': { menu: 'view', label: { 'zh-Hant': '命令與搜尋…', 'zh-Hans': '命令与搜索…', en: 'Commands and search…' }, shortcut: 'Mod+K' },
  'view.search': { menu: 'view', label: { 'zh-Hant': '搜尋會議', 'zh-Hans': '搜索会议', en: 'Search meetings' }, shortcut: 'Mod+Shift+F' },
  'view.nextFound': { menu: 'view', label: { 'zh-Hant': '下一處搜尋結果', 'zh-Hans': '下一处搜索结果', en: 'Next place found' }, shortcut: 'F3' },
  'view.previousFound': { menu: 'view', label: { 'zh-Hant': '上一處搜尋結果', 'zh-Hans': '上一处搜索结果', en: 'Previous place found' }, shortcut: 'Shift+F3' },
  'view.library': { menu: 'view', label: { 'zh-Hant': '會議清單', 'zh-Hans': '会议列表', en: 'Library pane' }, shortcut: 'Mod+\\' },
  'view.inspector': { menu: 'view', label: { 'zh-Hant': '檢視欄', 'zh-Hans': '检视栏', en: 'Inspector pane' }, shortcut: 'Mod+Shift+\\' },
  'view.nextPane': { menu: 'view', label: { 'zh-Hant': '下一個窗格', 'zh-Hans': '下一个窗格', en: 'Next pane' }, shortcut: 'F6' },
  'view.nextBlank': { menu: 'view', label: { 'zh-Hant': '下一個待填處', 'zh-Hans': '下一个待填处', en: 'Next blank' }, shortcut: 'F4' },
  'registers.decisions': { menu: 'view', label: { 'zh-Hant': '登記簿：決議', 'zh-Hans': '登记簿：决议', en: 'Register of decisions' }, shortcut: 'Mod+Alt+D' },
  'registers.actions': { menu: 'view', label: { 'zh-Hant': '登記簿：交辦', 'zh-Hans': '登记簿：交办', en: 'Register of actions' }, shortcut: 'Mod+Alt+A' },
  'registers.elections': { menu: 'view', label: { 'zh-Hant': '登記簿：選舉', 'zh-Hans': '登记簿：选举', en: 'Register of elections' } },
  'registers.number': { menu: 'view', label: { 'zh-Hant': '編決議案號', 'zh-Hans': '给决议编号', en: 'Number the decisions' } },
  'registers.history': { menu: 'view', label: { 'zh-Hant': '本案沿革', 'zh-Hans': '本案沿革', en: 'History of this matter' } },
  'view.zoomIn': { menu: 'view', label: { 'zh-Hant': '放大', 'zh-Hans': '放大', en: 'Zoom in' }, shortcut: 'Mod+Alt+=' },
  'view.zoomOut': { menu: 'view', label: { 'zh-Hant': '縮小', 'zh-Hans': '缩小', en: 'Zoom out' }, shortcut: 'Mod+Alt+-' },
  'view.zoomReset': { menu: 'view', label: { 'zh-Hant': '實際大小', 'zh-Hans': '实际大小', en: 'Actual size' }, shortcut: 'Mod+Alt+9' },
  'view.settings': { menu: 'view', label: { 'zh-Hant': '偏好設定…', 'zh-Hans': '偏好设置…', en: 'Preferences…' }, shortcut: 'Mod+,' },
  'view.trash': { menu: 'view', label: { 'zh-Hant': '垃圾桶', 'zh-Hans': '回收站', en: 'Trash' } },
  'help.shortcuts': { menu: 'help', label: { 'zh-Hant': '鍵盤快速鍵', 'zh-Hans': '键盘快捷键', en: 'Keyboard shortcuts' } },
  'help.about': { menu: 'help', label: { 'zh-Hant': '關於議事簿', 'zh-Hans': '关于议事簿', en: 'About Minutebook' } },
} as const satisfies Record<string, CommandEntry>;

export type CommandId = keyof typeof commands;
