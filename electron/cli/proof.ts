/** 檢核 of any Word file. */
import { basename } from 'node:path';
import { proveDocx } from '#electron/docx/proof/index.ts';
import { fileBytes } from '#electron/services/file-bytes.ts';
import { installedFaces } from '#electron/services/fonts/index.ts';
import { type LayoutId, layoutOf } from '#shared/layouts/index.ts';
import { tellFinding } from '#shared/minutes/votes/tell.ts';
import { brokenClauses, type Clause, type Proof, toLookAt } from '#shared/proof/proof.ts';
import { proofText, tellClause, tellDefect, tellFace, tellPlace, tellValue } from '#shared/proof/tell.ts';
import { ok, type Result } from '#shared/result.ts';
import { columnsOf } from './columns.ts';
import type { Terminal } from './terms.ts';

export interface ProofOptions {
  json?: boolean;
  profile?: LayoutId;
}

/** Reads a Word file and prints what was found. Errors: file.notFound, file.unreadable, those of reading a Word file. */
export async function proof(terminal: Terminal, path: string, { json, profile }: ProofOptions): Promise<Result<null>> {
  const name = basename(path);
  const bytes = await fileBytes(path);
  if (!bytes.ok) return bytes;
  const made = proveDocx(bytes.value, name, { layout: profile ? layoutOf(profile) : null, isRuled: true, record: null, votes: null, faces: await installedFaces() });
  if (!made.ok) return made;
  terminal.print(json ? JSON.stringify(made.value, null, 2) : reportLines(made.value, terminal).join('\n'));
  return ok(null);
}

function reportLines(made: Proof, { language }: Terminal): string[] {
  const t = (key: Parameters<typeof proofText>[1], params: Record<string, string | number> = {}): string => proofText(language, key, params);
  const count = toLookAt(made);
  const broken = brokenClauses(made);
  const held = made.clauses.filter(({ state }) => state === 'held');
  const unknown = made.clauses.filter(({ state }) => state === 'unknown');
  const part = (head: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', head, ...lines.map((line) => `  ${line}`)]);
  const table = (clauses: readonly Clause[]): string[] =>
    clauses.length === 0 ? [] : columnsOf([[t('item'), t('found'), t('rule'), t('strength'), t('source'), ''], ...clauses.map((clause) => [tellClause(clause, language), tellValue(clause.found, language), tellValue(clause.expected, language), t(`strength.${clause.strength}`), clause.source || t('source.layout'), tellPlace(clause, language)])]);
  const missing = made.faces.filter(({ state }) => state === 'missing');
  const unsure = made.faces.filter(({ state }) => state === 'unknown').map(({ name }) => name);
  const here = made.faces.filter(({ state }) => state === 'here').map(({ name }) => name);
  const between = language === 'en' ? ', ' : '、';
  return [
    t('layout', { name: made.layout.label[language] }),
    count === 0 ? t('look.none') : t('look.some', { count }),
    made.text === null ? t('text.none') : made.text.missing.length === 0 ? t('text.whole', { count: made.text.characters }) : '',
    made.unchanged === null ? '' : t(made.unchanged ? 'unchanged' : 'changed'),
    ...part(t('text.missing'), (made.text?.missing ?? []).map(({ text, before, after, where }) => [t('place', { text }), before || after ? t('text.place', { before, after }) : '', where].filter((one) => one !== '').join('  '))),
    ...part(t('blanks'), made.blanks.map(({ label, where }) => [`〔${label}〕`, where].filter((one) => one !== '').join('  '))),
    ...part(t('votes'), made.votes.map(({ finding, where }) => `${where}  ${tellFinding(finding, language)}`)),
    ...part(t('rules'), table(broken)),
    ...part(t('faces'), missing.map((face) => tellFace(face, language))),
    ...part(t('defects'), made.defects.length === 0 ? [] : [...made.defects.map((defect) => tellDefect(defect, language)), t('defects.hint')]),
    ...part(t('carries'), made.carries.map((thing) => t(`carries.${thing}`))),
    ...part(t('held', { count: held.length }), table(held)),
    ...part(t('unknown', { count: unknown.length }), table(unknown)),
    ...(here.length > 0 ? ['', t('face.here', { names: here.join(between) })] : []),
    ...(unsure.length > 0 ? ['', t('face.unknown', { names: unsure.join(between) })] : []),
  ].filter((line, index) => index > 3 || line !== '');
}
