/** The words of the menu that opens on / or ／. */
import { defineStrings } from './strings.ts';

export const slash = defineStrings({
  'zh-Hant': { menu: '插入', sections: '章節', own: '我的範本', phrases: '片語', text: '文字', objects: '表格與圖片', empty: '沒有符合的項目' },
  'zh-Hans': { menu: '插入', sections: '章节', own: '我的模板', phrases: '短语', text: '文字', objects: '表格和图片', empty: '没有符合的项目' },
  en: { menu: 'Insert', sections: 'Sections', own: 'My templates', phrases: 'Phrases', text: 'Text', objects: 'Tables and pictures', empty: 'Nothing matches' },
});
