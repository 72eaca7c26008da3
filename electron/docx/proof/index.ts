/** 檢核: reads a Word file back and says what it found. */
import type { DocumentLanguage, LayoutProfile } from '#shared/layouts/layout.ts';
import { languageSchema } from '#shared/layouts/layout.ts';
import { layoutIds, layoutOf } from '#shared/layouts/index.ts';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { forPaper } from '#shared/minutes/paper.ts';
import type { PrintDocument } from '#shared/minutes/print.ts';
import { printDocument } from '#shared/minutes/printing.ts';
import type { RuleTable } from '#shared/minutes/votes/rule.ts';
import { clausesOf } from '#shared/proof/checks.ts';
import { completeness } from '#shared/proof/completeness.ts';
import { faceKey, standIn } from '#shared/proof/faces.ts';
import type { FactParagraph, PaperFacts } from '#shared/proof/facts.ts';
import { layoutTold } from '#shared/proof/layout-told.ts';
import type { Proof, ProofFace } from '#shared/proof/proof.ts';
import { openVotes } from '#shared/proof/record.ts';
import { rulesOf } from '#shared/proof/rules/index.ts';
import { ok, type Result } from '#shared/result.ts';
import { lintDocx } from '../lint.ts';
import { readDocx } from '../reading/index.ts';
import { readWorkingCopy, type WorkingCopy } from '../working-copy.ts';
import { paperFacts } from './facts.ts';

/** What a file is held against. */
export interface ProofSources {
  /** null = as the file or the record in it says. */
  layout: LayoutProfile | null;
  /** The look of the file is held against the rules of its layout. */
  isRuled: boolean;
  /** The record that it was made from, and its paper form; null = the one that the file carries, if it does. */
  record: { document: MinutesDocument; print: PrintDocument } | null;
  /** Rules of the body for votes; null = those that are usual. */
  votes: RuleTable | null;
  /** Names (`faceKey`) of the faces of this computer; null = not known. */
  faces: ReadonlySet<string> | null;
}

/** Proves a Word file of any program. `name` is what it is called in sentences. Errors: those of reading a Word file. */
export function proveDocx(bytes: Uint8Array, name: string, sources: ProofSources): Result<Proof> {
  const read = readDocx(bytes, name);
  if (!read.ok) return read;
  // A record that a newer program wrote is none that this one could hold the text against.
  const copy = readWorkingCopy(read.value);
  const inside = copy.ok ? copy.value : null;
  const facts = paperFacts(read.value, inside !== null || !copy.ok);
  const layout = sources.layout ?? layoutOf(layoutIds.find((id) => id === inside?.layout) ?? layoutTold(facts));
  const record = sources.record ?? (inside && printed(inside, layout));
  return ok({
    layout: { id: layout.id, label: layout.label },
    clauses: sources.isRuled ? clausesOf(facts, rulesOf(layout, languageOf(facts))) : [],
    faces: facesOf(facts, sources.faces),
    text: record && completeness(record.document, record.print, facts.paragraphs),
    blanks: blanksOf(facts.paragraphs, record?.document ?? null),
    votes: record ? openVotes(record.document, sources.votes) : [],
    carries: facts.carries,
    unchanged: inside?.unchanged ?? null,
    defects: lintDocx(bytes),
  });
}

/** The record that a file carries, in the letters that it was printed in. */
function printed({ document: record, script }: WorkingCopy, layout: LayoutProfile): NonNullable<ProofSources['record']> {
  const document = forPaper(record, layout, script);
  return { document, print: printDocument(document, layout) };
}

function languageOf({ language }: PaperFacts): DocumentLanguage {
  const known = languageSchema.safeParse(language);
  return known.success ? known.data : 'zh-CN';
}

/** The faces that text is set in, those with most characters first. */
function facesOf({ paragraphs, otherNames }: PaperFacts, faces: ReadonlySet<string> | null): ProofFace[] {
  const counts = new Map<string, number>();
  const isChinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
  for (const { face, latin, text } of paragraphs.flatMap(({ runs }) => runs)) {
    const characters = [...text].filter((character) => character.trim() !== '');
    const chinese = characters.filter((character) => isChinese.test(character)).length;
    if (face !== '' && chinese > 0) counts.set(face, (counts.get(face) ?? 0) + chinese);
    if (latin !== '' && characters.length > chinese) counts.set(latin, (counts.get(latin) ?? 0) + characters.length - chinese);
  }
  const has = (name: string): boolean => faces?.has(faceKey(name)) ?? false;
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, characters]) => {
      const state = faces === null ? 'unknown' : has(name) ? 'here' : 'missing';
      return { name, characters, state, standIn: state === 'missing' ? standIn(name, otherNames[name] ?? [], has) : null };
    });
}

/** Places 〔…〕: those of the record, and those of the file that no record explains. Numbers of documents 〔2024〕 are none. */
function blanksOf(paragraphs: readonly FactParagraph[], document: MinutesDocument | null): Proof['blanks'] {
  const known = document ? collectBlanks(document) : [];
  const named = known.map(({ blockId, field, label, where }) => ({ label: label[document?.meta.script === 'Hans' ? 'zh-Hans' : 'zh-Hant'], ...(field !== undefined && { field }), blockId, where }));
  const labels = new Set(known.flatMap(({ label }) => Object.values(label)));
  let where = '';
  let blockId: string | null = null;
  const others: Proof['blanks'] = [];
  for (const { text, outline, block } of paragraphs) {
    if (outline > 0) where = text.replaceAll('\n', ' ').slice(0, 60);
    blockId = block ?? blockId;
    for (const [, label = ''] of text.matchAll(/〔([^〔〕\n]{1,100})〕/g)) {
      if (!/^\d{4}$/.test(label) && !labels.has(label)) others.push({ label, blockId, where });
    }
  }
  return [...named, ...others];
}
