/** 避頭尾: the characters that may not begin or end a line, as LibreOffice's data of the languages list them. */
import type { DocumentLanguage } from '../layouts/layout.ts';

interface Forbidden {
  begin: ReadonlySet<string>;
  end: ReadonlySet<string>;
}

const set = (characters: string): ReadonlySet<string> => new Set(characters);
const mainland: Forbidden = {
  begin: set(':!),.;?]}¢\'"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”'),
  end: set('([{£¥\'"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘'),
};
const taiwan: Forbidden = {
  begin: set('!),.:;?]}¢·-\'"¨•′、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝'),
  end: set('([{£¥\'"‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛'),
};

/** Hong Kong goes by the data of Taiwan. */
export const forbidden: Readonly<Record<DocumentLanguage, Forbidden>> = { 'zh-CN': mainland, 'zh-TW': taiwan, 'zh-HK': taiwan };
