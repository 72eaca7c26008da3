import { Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { type BodyCard, bodyPresets, dueAt, membersAt } from '#shared/directory/body.ts';
import { type Region, type Script, scriptSchema } from '#shared/language.ts';
import { patternFault } from '#shared/registers/numbering.ts';
import { toScript } from '#shared/text/script.ts';
import { RuleTable } from '../votes/RuleTable.tsx';
import { useParts } from '../app/context.ts';
import { Segments } from '../app/Segments.tsx';
import { useText } from '../i18n/i18n.ts';
import { CommitField } from './CommitField.tsx';
import { putBody } from './keep.ts';
import { Members } from './Members.tsx';
import { useEdited } from './use-edited.ts';

interface BodyFormProps {
  id: string;
  /** Not kept yet: it waits for a name. */
  draft: BodyCard | null;
  onKept(id: string): void;
  onRemove(): void;
}

const regions: readonly Region[] = ['TW', 'CN', 'HK'];
const sections = ['about', 'members', 'rules'] as const;
type Section = (typeof sections)[number];

/** What is said of a body: itself, its members, how it decides. */
export function BodyForm({ id, draft, onKept, onRemove }: BodyFormProps) {
  const t = useText('directory');
  const parts = useParts();
  const { client } = parts;
  const [section, setSection] = useState<Section>('about');
  const { card: body, change } = useEdited({
    id,
    draft,
    async read(one) {
      const answer = await client.store.bodies.get({ id: one });
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
    put: (card: BodyCard) => putBody(parts, card),
    onKept: (card) => onKept(card.id),
  });
  if (!body) return null;
  return (
    <div className="directory-card" role="group" aria-label={t('body.form', { name: body.name || t('unnamed') })}>
      <div className="directory-head">
        <Segments label={t('body.part')} options={sections.map((value) => ({ value, label: t(`body.${value}`) }))} value={section} onChange={setSection} />
        <span className="tabular safety-hint">{t('body.counts', { members: membersAt(body, null).length, due: dueAt(body, null) })}</span>
      </div>
      {body.name.trim() === '' && <p className="safety-overdue">{t('body.needsName')}</p>}
      {section === 'about' && <About body={body} onChange={change} onRemove={onRemove} />}
      {section === 'members' && <Members body={body} onChange={change} />}
      {section === 'rules' && <RuleTable rules={body.rules ?? []} onChange={(rules) => change({ rules })} />}
    </div>
  );
}

interface AboutProps {
  body: BodyCard;
  onChange(patch: Partial<BodyCard>): void;
  onRemove(): void;
}

function About({ body, onChange, onRemove }: AboutProps) {
  const t = useText('directory');
  const dialogs = useText('dialogs');
  const id = useId();
  const { names, numbering } = bodyPresets[body.region];
  const fault = patternFault(body.numbering);
  const count = (name: 'term' | 'session') => (typed: string) => {
    const value = /^\d{1,4}$/.test(typed) && Number(typed) > 0 ? Number(typed) : null;
    onChange({ series: { ...body.series, [name]: value } });
  };
  return (
    <>
      <div className="directory-fields">
        <label className="detail">
          <span className="form-label">{t('body.organisation')}</span>
          <CommitField isLabelled label={t('body.organisation')} value={body.organisation} maxLength={500} onCommit={(organisation) => onChange({ organisation })} />
        </label>
        <label className="detail">
          <span className="form-label">{t('body.name')}</span>
          <CommitField isLabelled label={t('body.name')} value={body.name} maxLength={500} list={`${id}-names`} onCommit={(name) => onChange({ name })} />
          <datalist id={`${id}-names`}>
            {names.map((name) => (
              <option key={name} value={toScript(name, body.script, body.region)} />
            ))}
          </datalist>
        </label>
      </div>
      <div className="directory-choices">
        <Segments label={t('body.region')} options={regions.map((value) => ({ value, label: dialogs(`region.${value}`) }))} value={body.region} onChange={(region) => onChange({ region })} />
        <Segments label={t('body.script')} options={scriptSchema.options.map((value: Script) => ({ value, label: dialogs(`script.${value}`) }))} value={body.script} onChange={(script) => onChange({ script })} />
      </div>
      <div className="directory-fields">
        <label className="detail">
          <span className="form-label">{t('body.numbering')}</span>
          <CommitField isLabelled label={t('body.numbering')} value={body.numbering} maxLength={100} list={`${id}-numbering`} invalid={fault !== null} placeholder={toScript(numbering, body.script, body.region)} onCommit={(pattern) => onChange({ numbering: pattern })} />
          <datalist id={`${id}-numbering`}>
            <option value={toScript(numbering, body.script, body.region)} />
          </datalist>
          {fault === null ? <span className="safety-hint">{t('body.numberingHint')}</span> : <span className="field-wrong" role="alert">{t(`body.numbering.${fault}`)}</span>}
        </label>
        <fieldset className="detail directory-series">
          <legend className="form-label">{t('body.series')}</legend>
          {(['term', 'session'] as const).map((name) => (
            <label key={name}>
              <CommitField isLabelled className="tabular" label={t(`body.${name}`)} value={String(body.series[name] ?? '')} maxLength={4} onCommit={count(name)} />
              {t(`body.${name}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <label className="detail">
        <span className="form-label">{t('body.note')}</span>
        <CommitField isLabelled long label={t('body.note')} value={body.note} maxLength={5000} onCommit={(note) => onChange({ note })} />
      </label>
      <div className="directory-acts">
        <span className="safety-space" />
        <button type="button" className="button" onClick={onRemove}>
          <Trash2 aria-hidden />
          {t('body.remove')}
        </button>
      </div>
    </>
  );
}
