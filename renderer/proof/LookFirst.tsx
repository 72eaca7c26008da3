import { type ReactNode, useId } from 'react';
import { tellFinding } from '#shared/minutes/votes/tell.ts';
import { brokenClauses, type Proof } from '#shared/proof/proof.ts';
import { tellDefect, tellFace } from '#shared/proof/tell.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Clauses } from './Clauses.tsx';
import { Place } from './Place.tsx';

/** What has to be looked at before the file goes out, the worst first: missing text, open places, then form. */
export function LookFirst({ proof }: { proof: Proof }) {
  const t = useText('proof');
  const language = useLanguage();
  const missing = proof.text?.missing ?? [];
  const broken = brokenClauses(proof);
  const faces = proof.faces.filter(({ state }) => state === 'missing');
  return (
    <>
      <Group title={t('text.missing')} tone="lost" lines={missing.map((one) => [<Place key="place" text={t('place', { text: one.text })} blockId={one.blockId} />, one.before || one.after ? t('text.place', { before: one.before, after: one.after }) : one.where])} />
      <Group title={t('blanks')} lines={proof.blanks.map((one) => [<Place key="place" text={`〔${one.label}〕`} blockId={one.blockId} field={one.field} />, one.where])} />
      <Group title={t('votes')} lines={proof.votes.map((one) => [<Place key="place" text={one.where} blockId={one.blockId} />, tellFinding(one.finding, language)])} />
      {broken.length > 0 && <Clauses title={t('rules')} clauses={broken} />}
      <Group title={t('faces')} lines={faces.map((face) => [tellFace(face, language)])} />
      <Group title={t('defects')} lines={proof.defects.map((defect) => [tellDefect(defect, language)])} hint={t('defects.hint')} />
    </>
  );
}

interface GroupProps {
  title: string;
  tone?: 'lost';
  /** Each line: the place, and what there is to say of it. */
  lines: readonly ReactNode[][];
  /** What she can do about it. */
  hint?: string;
}

function Group({ title, tone, lines, hint }: GroupProps) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="proof-group" data-tone={tone}>
      <h3 id={id} className="proof-head">
        {title}
      </h3>
      <ul className="proof-lines">
        {lines.map((line, index) => (
          <li key={index}>
            {line.map((part, at) => (
              <span key={at}>{part}</span>
            ))}
          </li>
        ))}
      </ul>
      {hint !== undefined && <p className="proof-hint">{hint}</p>}
    </section>
  );
}
