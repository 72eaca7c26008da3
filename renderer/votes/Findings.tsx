import type { Finding, FindingPlace } from '#shared/minutes/votes/finding.ts';
import { tellFinding } from '#shared/minutes/votes/tell.ts';
import { useLanguage } from '../i18n/i18n.ts';

interface FindingsProps {
  findings: readonly Finding[];
  /** Only those of this field. */
  at?: FindingPlace;
}

/** What there is to say of a field, in words, below it. */
export function Findings({ findings, at }: FindingsProps) {
  const language = useLanguage();
  const shown = at === undefined ? findings : findings.filter(({ place }) => place === at);
  if (shown.length === 0) return null;
  return (
    <ul className="findings" aria-live="polite">
      {shown.map((one, index) => (
        <li key={`${one.code} ${index}`} className={`finding ${one.weight}`}>
          {tellFinding(one, language)}
        </li>
      ))}
    </ul>
  );
}
