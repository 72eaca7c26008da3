import type { ExportOptions } from '#shared/export/options.ts';
import { labelled, listed } from '#shared/language.ts';
import { toLookAt } from '#shared/proof/proof.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Clauses } from './Clauses.tsx';
import { LookFirst } from './LookFirst.tsx';
import { useProof } from './use-proof.ts';
import './proof.css';

/** 檢核: what was found in the Word file of the open meeting. */
export function ProofWindow({ options, file }: { options: ExportOptions; file: FileContent | null }) {
  const t = useText('proof');
  const language = useLanguage();
  const { app } = useParts();
  const made = useProof(options, file);
  const proof = made.state === 'done' ? made.proof : null;
  const count = proof ? toLookAt(proof) : 0;
  const of = (state: 'held' | 'unknown') => proof?.clauses.filter((clause) => clause.state === state) ?? [];
  return (
    <Dialog
      title={t('title')}
      wide
      foot={
        <button type="button" className="button primary" onClick={() => app.getState().set({ dialog: null })}>
          {t('close')}
        </button>
      }
    >
      <p className="proof-summary" role="status">
        {made.state === 'running' && t('running')}
        {made.state === 'failed' && made.sentence}
        {proof && (
          <>
            <strong className={count > 0 ? 'proof-some tabular' : 'proof-none'}>{count > 0 ? t('look.some', { count }) : t('look.none')}</strong>
            <span>{t('layout', { name: proof.layout.label[language] })}</span>
          </>
        )}
      </p>
      {proof && (
        <>
          <LookFirst proof={proof} />
          <ul className="proof-lines proof-facts">
            {proof.text && proof.text.missing.length === 0 && <li className="tabular">{t('text.whole', { count: proof.text.characters })}</li>}
            {proof.carries.length === 0 ? <li>{t('carries.nothing')}</li> : <li>{labelled(t('carries'), listed(proof.carries.map((thing) => t(`carries.${thing}`)), language), language)}</li>}
            <Faces names={proof.faces.filter(({ state }) => state === 'unknown').map(({ name }) => name)} />
          </ul>
          {(['unknown', 'held'] as const).map((state) => of(state).length > 0 && <Clauses key={state} title={t(state, { count: of(state).length })} clauses={of(state)} />)}
        </>
      )}
    </Dialog>
  );
}

/** The faces of which nothing is known. */
function Faces({ names }: { names: readonly string[] }) {
  const t = useText('proof');
  const language = useLanguage();
  return names.length > 0 && <li>{t('face.unknown', { names: listed(names, language) })}</li>;
}
