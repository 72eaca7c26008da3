import { useEffect, useState } from 'react';
import type { ExportOptions } from '#shared/export/options.ts';
import type { Proof } from '#shared/proof/proof.ts';
import type { FileContent } from '#shared/rpc/schemas.ts';
import { commandContext, useParts } from '../app/context.ts';
import { sentence, text } from '../i18n/i18n.ts';

export type ProofState = { state: 'running' } | { state: 'failed'; sentence: string } | { state: 'done'; proof: Proof };

/** The proof of a file of the open meeting; one is made where there is none. */
export function useProof(options: ExportOptions, file: FileContent | null): ProofState {
  const parts = useParts();
  const [state, setState] = useState<ProofState>({ state: 'running' });
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<ProofState> => {
      const { app, client, session } = commandContext(parts);
      const { current, flush } = app.getState();
      const id = session?.id ?? (current.kind === 'readOnly' ? current.id : null);
      if (id === null || !(await flush())) return { state: 'failed', sentence: text('exporting', 'unsaved') };
      const made = await client.store.proofs.make({ id, options, file });
      return made.ok ? { state: 'done', proof: made.value } : { state: 'failed', sentence: sentence(made.error) };
    };
    void make().then((next) => {
      if (isCurrent) setState(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [parts, options, file]);
  return state;
}
