/** 版面: the layouts that come with the program. */
import association from './profiles/association.json' with { type: 'json' };
import gbt9704 from './profiles/gbt9704.json' with { type: 'json' };
import hongkong from './profiles/hongkong.json' with { type: 'json' };
import taiwan from './profiles/taiwan.json' with { type: 'json' };
import { type LayoutId, layoutIds } from './ids.ts';
import { type LayoutProfile, layoutSchema } from './layout.ts';

export { layoutIds, type LayoutId };

/** Each by its id. */
export const layouts: Readonly<Record<LayoutId, LayoutProfile>> = {
  /** 協會: title block, data, attendance, sections; A4, four-point-size text. */
  association: layoutSchema.parse(association),
  /** GB/T 9704-2012 紀要. */
  gbt9704: layoutSchema.parse(gbt9704),
  taiwan: layoutSchema.parse(taiwan),
  hongkong: layoutSchema.parse(hongkong),
};

/** The layout of an id; that of an association where no layout has it. */
export const layoutOf = (id: string | undefined): LayoutProfile => layouts[layoutIds.find((known) => known === id) ?? 'association'];
