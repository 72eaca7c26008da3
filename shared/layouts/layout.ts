/** 版面 A layout is data: whose words, which parts, page, faces, styles, numbering, header and footer. No other file of an exporter names a size or a face. */
import { z } from 'zod';
import { regionSchema, scriptSchema } from '../language.ts';
import { alignSchema } from '../minutes/align.ts';
import { styleNames } from '../minutes/styles.ts';
import { numberSchema } from './numbers.ts';

const thickness = z.number().min(0.1).max(2);
const millimetres = z.number().positive().max(1000);
const points = z.number().min(1).max(200);
const gap = z.number().min(0).max(200);
const characters = z.number().min(0).max(40);
const words = z.strictObject({ Hant: z.string().max(200), Hans: z.string().max(200) });
const label = z.string().min(1).max(60);
const colour = z.string().regex(/^[0-9A-F]{6}$/);
/** Points between characters, beside their own width; closer where it is negative. */
const spacing = z.number().min(-5).max(50);

const faceSchema = z.strictObject({
  /** The face for Chinese, then other names that it goes by or that may stand in for it. */
  eastAsia: z.array(z.string().min(1).max(60)).min(1),
  latin: z.string().min(1).max(60),
  /** This face is set bold wherever it is used. */
  bold: z.boolean().default(false),
});
export type Face = z.infer<typeof faceSchema>;

const lineSchema = z.union([
  z.strictObject({ exact: points }),
  z.strictObject({ atLeast: points }),
  z.strictObject({ multiple: z.number().min(0.5).max(5) }),
]);

const indentSchema = z
  .strictObject({ firstLine: characters.default(0), hanging: characters.default(0), left: characters.default(0), right: characters.default(0) })
  .refine((indent) => indent.firstLine === 0 || indent.hanging === 0, 'a first line is either indented or hanging');
/** In characters of the paragraph's own size; a hanging first line begins that far before `left`. */
export type Indent = z.infer<typeof indentSchema>;

const styleSchema = z.strictObject({
  /** What Word lists the style as; Word's own styles have a name already. */
  name: words.optional(),
  basedOn: z.enum(styleNames).optional(),
  face: z.string(),
  pt: points,
  line: lineSchema,
  align: alignSchema,
  bold: z.boolean().default(false),
  colour: colour.optional(),
  /** Absent = that of `base`. */
  spacing: spacing.optional(),
  /** In characters of the style's own size. */
  indent: indentSchema.prefault({}),
  /** In points. */
  space: z.strictObject({ before: gap.default(0), after: gap.default(0) }).prefault({}),
  /** 1–9: its level in the navigation pane and the table of contents. */
  outline: z.int().min(1).max(9).optional(),
  keepNext: z.boolean().default(false),
  keepLines: z.boolean().default(false),
  /** A rule across the type area, `gap` points away from the text. */
  rule: z.strictObject({ side: z.enum(['top', 'bottom']), pt: z.number().min(0.25).max(6), gap, colour: colour.default('000000') }).optional(),
});
export type LayoutStyle = z.infer<typeof styleSchema>;

const runningSchema = z.strictObject({
  style: styleSchema,
  /** {title}, {organisation}, {page} and {pages} are filled in. */
  text: words.refine(({ Hant, Hans }) => ![Hant, Hans].some((text) => /\{(?!(?:title|organisation|page|pages)\})/.test(text)), 'only {title}, {organisation}, {page} and {pages} are filled in'),
  firstPage: z.boolean(),
  /** Even pages have it at the other edge: start and end, left and right change places. */
  mirrored: z.boolean().default(false),
});
export type Running = z.infer<typeof runningSchema>;

/** What a layout puts around the text of a record; `minutes/parts` makes each. */
export const partNames = [
  'grade', 'mark', 'number', 'masthead', 'redRule', 'title', 'data', 'addressee', 'lead',
  'attendance', 'signature', 'imprint', 'particulars', 'signing',
] as const;
export type PartName = (typeof partNames)[number];
const partsSchema = z.array(z.enum(partNames)).max(40);

export const languageSchema = z.enum(['zh-CN', 'zh-TW', 'zh-HK']);
export type DocumentLanguage = z.infer<typeof languageSchema>;

export const layoutSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+$/),
    /** What she chooses it by. */
    label: z.strictObject({ 'zh-Hant': label, 'zh-Hans': label, en: label }),
    /** Whose words, dates and quotes the paper has, and its script; null = the record's own. `bilingual`: labels with the English that is usual beside them. */
    writing: z.strictObject({ region: regionSchema.nullable(), script: scriptSchema.nullable(), bilingual: z.boolean().default(false) }),
    /** In order: before the text, after it, and at the foot of the last page (版記). */
    parts: z.strictObject({ before: partsSchema, after: partsSchema, foot: partsSchema }),
    /** Millimetres; `header` and `footer` are measured from the edge of the paper. */
    page: z.strictObject({
      width: millimetres,
      height: millimetres,
      top: millimetres,
      right: millimetres,
      bottom: millimetres,
      left: millimetres,
      header: millimetres,
      footer: millimetres,
    }),
    /** How many lines of `base` fill a page and how many of its characters a line (22 × 28), where the page is made for that. */
    grid: z.strictObject({ lines: z.int().min(1).max(200), characters: z.int().min(1).max(200) }).nullable().default(null),
    widowControl: z.boolean(),
    faces: z.record(z.string(), z.record(languageSchema, faceSchema)),
    base: z.strictObject({ face: z.string(), pt: points, line: lineSchema, spacing: spacing.default(0) }),
    styles: z.record(z.enum(styleNames), styleSchema),
    /** Numbering of the items, level 1 first; `text` holds %1…%4. */
    items: z
      .array(numberSchema.extend({ style: z.enum(styleNames) }))
      .length(4),
    /** What else is counted; null = nothing: the chapters of a record (壹、貳、), its motions (第一案), the paragraphs from its beginning to its end (1. 2. 3.). */
    numbers: z
      .strictObject({ chapters: numberSchema.nullable(), motions: numberSchema.nullable(), paragraphs: numberSchema.nullable() })
      .default({ chapters: null, motions: null, paragraphs: null }),
    /** 經辦人 stands beside what was given to somebody. */
    handlers: z.boolean().default(false),
    /** Depth 0 first, in characters; deeper bullets take the last one. */
    bullets: z.array(z.strictObject({ text: z.string().min(1).max(4), left: characters, hanging: characters })).min(1).max(9),
    table: z.strictObject({
      name: words,
      /** Thickness of the rules in points. */
      rule: z.number().min(0.25).max(6),
      /** Millimetres between rule and text. */
      padding: z.strictObject({ x: z.number().min(0).max(20), y: z.number().min(0).max(20) }),
      headerFill: colour,
      /** Points of white below a table. */
      after: points,
    }),
    header: runningSchema,
    footer: runningSchema,
    /**
     * 版記: the rules around the lines at the foot of the last page, in millimetres: above the first, between two, below the
     * last. They are as wide as the type area, each under a line of one point.
     */
    foot: z.strictObject({ first: thickness, middle: thickness, last: thickness }).default({ first: 0.35, middle: 0.25, last: 0.35 }),
    /** `record`: what a record is called; absent = 紀錄 in the words of the region. `mark`: 紀要標誌 of an organisation; absent = made of its name and the body. */
    words: z.strictObject({ record: words.optional(), mark: words.optional(), missingImage: words, unnamedImage: words }),
  })
  .superRefine((layout, context) => {
    const styles = [layout.base, layout.header.style, layout.footer.style, ...Object.values(layout.styles)];
    for (const { face } of styles) {
      if (!Object.hasOwn(layout.faces, face)) context.addIssue({ code: 'custom', message: `no face is called ${face}` });
    }
  });
export type LayoutProfile = z.infer<typeof layoutSchema>;
