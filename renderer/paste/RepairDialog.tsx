import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { blocks } from '#shared/minutes/blocks/index.ts';
import type { Question } from '../commands/question.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { kindStyle } from '../theme/kind-style.ts';
import { asItStands, type ClassPreview } from './preview.ts';
import './repair-dialog.css';

/** Shows what would be repaired and recognised, class by class, before anything is changed. */
export function RepairDialog({ question }: { question: Extract<Question, { kind: 'repair' }> }) {
  const t = useText('paste');
  const language = useLanguage();
  const { purpose, preview } = question;
  const [chosen, setChosen] = useState(() => new Set(preview.classes.filter(({ certain }) => certain).map(({ kind }) => kind)));
  const [structure, setStructure] = useState(preview.sections.length > 0);
  const toggle = (one: ClassPreview) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(one.kind)) after.add(one.kind);
      return after;
    });
  const repair = () => question.answer({ classes: [...chosen], structure });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && question.answer(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog wide repair" finalFocus={false}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{t(`title.${purpose}`)}</Dialog.Title>
          </div>
          <div className="dialog-body">
            <Dialog.Description>{t('intro')}</Dialog.Description>
            <ul className="repair-classes">
              {preview.classes.map((one) => (
                <li key={one.kind}>
                  <label className="repair-class">
                    <input type="checkbox" checked={chosen.has(one.kind)} onChange={() => toggle(one)} />
                    <span className="repair-name">{t(`class.${one.kind}`)}</span>
                    <span className="repair-count tabular">{t('places', { count: one.count })}</span>
                  </label>
                  <dl className="repair-samples">
                    {one.samples.map((sample, index) => (
                      <div key={index}>
                        <dt className="visually-hidden">{t('before')}</dt>
                        <dd className="repair-before">{sample.before}</dd>
                        <dt className="visually-hidden">{t('after')}</dt>
                        <dd className="repair-after">{sample.after}</dd>
                      </div>
                    ))}
                  </dl>
                </li>
              ))}
            </ul>
            {preview.unresolved.count > 0 && (
              <p className="repair-unresolved">
                {t('unresolved', { count: preview.unresolved.count })}　{preview.unresolved.samples.join('　')}
              </p>
            )}
            {preview.sections.length > 0 && (
              <section>
                <label className="repair-class">
                  <input type="checkbox" checked={structure} onChange={(event) => setStructure(event.target.checked)} />
                  <span className="repair-name">{t('structure')}</span>
                  <span className="repair-count tabular">{preview.sections.length}</span>
                </label>
                <ol className="repair-sections" aria-label={t('sections')}>
                  {preview.sections.map((section, index) => (
                    <li key={index} data-kind={section.kind} style={kindStyle(section.kind)}>
                      <span className="repair-kind">{blocks[section.kind].label[language]}</span>
                      {section.text}
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
          <div className="dialog-foot">
            <button type="button" className="button quiet" onClick={() => question.answer(null)}>
              {t('cancel')}
            </button>
            {purpose === 'paste' && (
              <button type="button" className="button" onClick={() => question.answer(asItStands)}>
                {t('asIs')}
              </button>
            )}
            <button type="button" className="button primary" autoFocus disabled={chosen.size === 0 && !structure} onClick={repair}>
              {t(`do.${purpose}`)}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
