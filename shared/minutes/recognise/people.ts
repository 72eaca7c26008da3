/** Who speaks: organisation, name and title, split by the titles, surnames and endings that records use. */
import { foldScript } from '../../text/fold.ts';

export interface Speaker {
  organisation: string;
  name: string;
  title: string;
}

/** All patterns here are matched against folded text: simplified characters, half width. */
const titleWords =
  '主任委员|常务委员|委员长|委员|工程师|研究员|巡视员|调研员|监察员|督导员|专员|科员|理事长|监事长|秘书长|执行长|董事长|总干事|干事长|干事|总经理|协理|经理|总裁|总监|总编|主编|编辑|理事|监事|董事|会长|局长|处长|科长|部长|司长|厅长|署长|课长|股长|组长|所长|校长|院长|馆长|园长|站长|厂长|社长|队长|班长|团长|市长|县长|区长|乡长|镇长|村长|里长|省长|州长|行长|关长|庭长|检察长|议长|主任|主席|主委|书记|院士|教授|讲师|老师|博士|将军|顾问|律师|会计师|建筑师|议员|代表|召集人|负责人|发言人|联络人|专家|助理|参事|司库|先生|女士|小姐';
const titleSource = `(?:(?:原|前|代理?|时任|现任|候任)?(?:名誉|荣誉|常务|执行|第一|首席|高级|特聘|资深|轮值)?(?:副|总)*(?:${titleWords}))`;
const titleAlone = new RegExp(`^${titleSource}$`);
const titleAtEnd = new RegExp(`${titleSource}$`);
const titleAtStart = new RegExp(`^${titleSource}`);

const singleSurnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄麴家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯查荆红游竺权逯盖益桓仉督岳帅缑亢况郈琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪爱阳佟言福覃辜逢冼苑植鹿仝苟臣尧展佐官谌闭隋';
const compoundSurnames =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|公户|公玉|梁丘|左丘|东门|西门|第五|张简|范姜';
const surname = new RegExp(`^(?:${compoundSurnames}|[${singleSurnames}])`);
const compound = new RegExp(`^(?:${compoundSurnames})`);
const han = '[\\u3400-\\u9fff\\ud840-\\udfff]';
const nameForm = new RegExp(`^${han}{1,4}$`);
/** 阿卜杜拉·买买提. */
const dottedName = new RegExp(`^${han}{1,8}(?:·${han}{1,8})+$`);

/** Words that have the look of a surname and a given name. */
const notNames = /^(?:来宾|贵宾|嘉宾|领导|主席|大会|全体|各位|有关|相关|上级|地方|工作|会务|财务|年度|总会|时任|与会|党委|纪委|常务|理事|监事|会员|主办|承办|方案|高级|安全|于是|和平|成员|应邀|查询|单位|家属|司机|安保|游客|方面|广大|高校|商会|海关|武警|温馨|应急|应用|管理|经济|经营|计划|党务|文化|文物|文艺|国防|国际|国土|国内|商务|商业|水务|水利|水产|石油|石化|农村|农业|农民|林业|车辆|高新|高等|华侨|华人|海洋|海外|花卉|解放|宣传|金融|康复|卫生|项目|施工|从业|劳动|劳务|扶贫|通讯|通信|居民|广播|广告|关系|空间|空军|党员|储备|景观|景区)/;

/** Characters that end a body and no name: 林業局, 水務處. */
const bodySign = /[局厅署馆厂处部院站校组系司办委队]$/;

/** The endings that an organisation's name has. */
const organisationEnd =
  /(?:局|会|部|院|公司|委|办|办公室|处|科|司|厅|署|所|中心|集团|大学|学校|中学|小学|社|厂|站|馆|园|银行|队|组|室|系|协|联|府|党委|支部|机构|单位|课|股|省|市|县|区|乡|镇|村|里|街道|分行|事务所|代表处|基地|平台|实验室|联盟|联合会)$/;

/** Whether folded text is a name by itself: a known surname and one or two characters more. */
export function isName(folded: string): boolean {
  if (dottedName.test(folded)) return true;
  if (bodySign.test(folded)) return false;
  return nameForm.test(folded) && surname.test(folded) && !notNames.test(folded) && !titleAlone.test(folded) && folded.length >= 2 && folded.length <= (compound.test(folded) ? 4 : 3);
}

/** Whether folded text begins with a title. */
export const startsWithTitle = (folded: string): boolean => titleAtStart.test(folded);

/** Whether folded text ends in a title. */
export const endsInTitle = (folded: string): boolean => titleAtEnd.test(folded);

/** Whether folded text ends as the name of an organisation does, or is empty. */
export const isOrganisation = (folded: string): boolean => folded === '' || (folded.length >= 2 && organisationEnd.test(folded));

/** Where a name of 3, 2 or 4 characters ends the text: its offset, for each that can be one. */
export function nameStarts(folded: string): number[] {
  const lengths = folded.includes('·') ? [8, 7, 6, 5, 9, 10, 11, 4, 3] : [3, 2, 4];
  return lengths.map((length) => folded.length - length).filter((at) => at >= 0 && isName(folded.slice(at)));
}

/** The offsets at which a title that ends the text can begin, longest first. */
export function titleStarts(folded: string): number[] {
  const from = titleAtEnd.exec(folded)?.index ?? folded.length;
  return Array.from({ length: folded.length - from }, (_, i) => from + i).filter((at) => titleAlone.test(folded.slice(at)));
}

/**
 * Splits 「[單位]姓名職務」, 「[單位]職務姓名」 or a name alone, in either script. null where it is not certain: two
 * people, an organisation without a known ending, a name without a known surname.
 */
export function splitSpeaker(text: string): Speaker | null {
  const folded = foldScript(text);
  for (const title of titleStarts(folded)) {
    for (const name of nameStarts(folded.slice(0, title))) {
      if (!isOrganisation(folded.slice(0, name))) continue;
      return { organisation: text.slice(0, name), name: text.slice(name, title), title: text.slice(title) };
    }
  }
  for (const name of nameStarts(folded)) {
    if (name === 0) return { organisation: '', name: text, title: '' };
    for (const title of titleStarts(folded.slice(0, name))) {
      if (!isOrganisation(folded.slice(0, title))) continue;
      return { organisation: text.slice(0, title), title: text.slice(title, name), name: text.slice(name) };
    }
  }
  return null;
}
