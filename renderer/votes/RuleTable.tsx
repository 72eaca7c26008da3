import { X } from 'lucide-react';
import { useState } from 'react';
import { readRuleWords } from '#shared/minutes/votes/charter-words.ts';
import { type Matter, matterKeys, matters } from '#shared/minutes/votes/matters.ts';
import { type PresetKey, presets } from '#shared/minutes/votes/presets.ts';
import { type Base, bases, type Comparator, comparators, type Fraction, type QuorumRule, type RuleTable as Rules, type VoteRule } from '#shared/minutes/votes/rule.ts';
import { ruleWords } from '#shared/minutes/votes/rule-words.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { CountField, Fold, TextField } from './fields.tsx';
import './votes.css';

export interface RuleTableProps {
  rules: Rules;
  onChange(rules: Rules): void;
}

const half: Fraction = { numerator: 1, denominator: 2 };
const newRule = (matter: Matter): VoteRule => ({ matter, base: null, fraction: half, comparator: 'moreThan', quorum: null, note: '', preset: false });

/** 表決規則: what each kind of matter needs in a body, from a preset or from the words of its charter. */
export function RuleTable({ rules, onChange }: RuleTableProps) {
  const t = useText('votes');
  const language = useLanguage();
  const change = (matter: Matter, rule: VoteRule | null) => onChange(rules.flatMap((one) => (one.matter === matter ? (rule ?? []) : one)));
  const free = matterKeys.filter((matter) => !rules.some((rule) => rule.matter === matter));
  return (
    <section className="rules" aria-label={t('rules.title')}>
      <p className="hint">{rules.length === 0 ? t('rules.empty') : t('rules.hint')}</p>
      {rules.map((rule) => (
        <Fold key={rule.matter} title={matters[rule.matter][language]} summary={ruleWords(rule, language)} open={rule.base === null}>
          <RuleFields rule={rule} onChange={(next) => change(rule.matter, next)} />
          <button type="button" className="button quiet" aria-label={t('rules.remove', { name: matters[rule.matter][language] })} onClick={() => change(rule.matter, null)}>
            <X aria-hidden />
            {t('rules.remove', { name: matters[rule.matter][language] })}
          </button>
        </Fold>
      ))}
      <div className="rules-add">
        {free.length > 0 && (
          <select className="select" aria-label={t('rules.add')} value="" onChange={(event) => onChange([...rules, newRule(event.target.value as Matter)])}>
            <option value="">{t('rules.add')}</option>
            {free.map((matter) => (
              <option key={matter} value={matter}>
                {matters[matter][language]}
              </option>
            ))}
          </select>
        )}
        {rules.length === 0 && (
          <select className="select" aria-label={t('rules.preset')} value="" onChange={(event) => onChange(presets[event.target.value as PresetKey].rules)}>
            <option value="">{t('rules.preset')}</option>
            {Object.entries(presets).map(([key, { label }]) => (
              <option key={key} value={key}>
                {label[language]}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
}

interface RuleFieldsProps {
  rule: VoteRule;
  onChange(rule: VoteRule): void;
}

function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const t = useText('votes');
  const language = useLanguage();
  const [isUnread, setUnread] = useState(false);
  // What she changed herself is no longer what came with the program.
  const change = (patch: Partial<VoteRule>) => onChange({ ...rule, preset: false, ...patch });
  const read = () => {
    const written = readRuleWords(rule.note);
    setUnread(written === null);
    if (written) change(written);
  };
  return (
    <div className="rule-fields">
      <label className="vote-field">
        <span className="form-label">{t('rules.base')}</span>
        <select className="select" aria-label={t('rules.base')} value={rule.base ?? ''} onChange={(event) => change({ base: (event.target.value || null) as Base | null })}>
          <option value="">{t('rules.base.none')}</option>
          {Object.entries(bases).map(([base, words]) => (
            <option key={base} value={base}>
              {words[language]}
            </option>
          ))}
        </select>
      </label>
      {rule.base === null && <p className="finding question">{t('rules.noBase')}</p>}
      <ShareFields fraction={rule.fraction} comparator={rule.comparator} onChange={change} />
      {rule.comparator === 'unresolved' && <p className="finding question">{t('rules.unresolved')}</p>}
      <label className="vote-check">
        <input type="checkbox" checked={rule.quorum !== null} onChange={(event) => change({ quorum: event.target.checked ? { fraction: half, comparator: 'moreThan', proxies: true } : null })} />
        {t('rules.quorum')}
      </label>
      {rule.quorum && <QuorumFields quorum={rule.quorum} onChange={(quorum) => change({ quorum })} />}
      <TextField label={t('rules.words')} value={rule.note} maxLength={1000} long placeholder={t('rules.words.hint')} onCommit={(note) => onChange({ ...rule, note })} />
      {isUnread && <p className="finding question">{t('rules.unread')}</p>}
      <div className="rules-add">
        <button type="button" className="button" disabled={rule.note === ''} onClick={read}>
          {t('rules.read')}
        </button>
        {rule.preset && (
          <button type="button" className="button" title={t('rules.isPreset')} onClick={() => onChange({ ...rule, preset: false })}>
            {t('rules.checked')}
          </button>
        )}
      </div>
      {rule.preset && <p className="finding question">{t('rule.preset')}</p>}
    </div>
  );
}

function QuorumFields({ quorum, onChange }: { quorum: QuorumRule; onChange(quorum: QuorumRule): void }) {
  const t = useText('votes');
  return (
    <fieldset className="rule-quorum" aria-label={t('rules.quorum')}>
      <ShareFields fraction={quorum.fraction} comparator={quorum.comparator} onChange={(patch) => onChange({ ...quorum, ...patch })} />
      <label className="vote-check">
        <input type="checkbox" checked={quorum.proxies} onChange={(event) => onChange({ ...quorum, proxies: event.target.checked })} />
        {t('rules.quorum.proxies')}
      </label>
    </fieldset>
  );
}

interface ShareFieldsProps {
  fraction: Fraction;
  comparator: Comparator;
  onChange(patch: { fraction: Fraction } | { comparator: Comparator }): void;
}

function ShareFields({ fraction: { numerator, denominator }, comparator, onChange }: ShareFieldsProps) {
  const t = useText('votes');
  const language = useLanguage();
  // A share is never more than the whole.
  const set = (over: number, under: number) => onChange({ fraction: { numerator: Math.max(1, Math.min(over, under)), denominator: Math.max(1, under) } });
  return (
    <div className="rule-share">
      <label className="vote-field">
        <span className="form-label">{t('rules.comparator')}</span>
        <select className="select" aria-label={t('rules.comparator')} value={comparator} onChange={(event) => onChange({ comparator: event.target.value as Comparator })}>
          {Object.entries(comparators).map(([key, words]) => (
            <option key={key} value={key}>
              {words[language]}
            </option>
          ))}
        </select>
      </label>
      <CountField label={t('rules.numerator')} value={numerator} most={1000} onCommit={(value) => set(value ?? 1, Math.max(denominator, value ?? 1))} />
      <CountField label={t('rules.denominator')} value={denominator} most={1000} onCommit={(value) => set(numerator, value ?? 1)} />
    </div>
  );
}
