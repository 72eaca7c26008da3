import { Tabs } from '@base-ui/react/tabs';
import { Download, Upload } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { textFileLimit } from '#shared/rpc/schemas.ts';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import type { OwnSection } from '../app/state.ts';
import { origin } from '../app/store.ts';
import { handOver } from '../export/hand-over.ts';
import { text, useText } from '../i18n/i18n.ts';
import { chooseFile } from './choose-file.ts';
import { isOwn, ownOf, readOwn } from './own.ts';
import { PhraseRows } from './PhraseRows.tsx';
import { TemplateRows } from './TemplateRows.tsx';
import { WordRows } from './WordRows.tsx';
import './own.css';

/** 範本與片語: what she made herself, in her order; in and out as files. */
export function OwnWindow({ section }: { section: OwnSection }) {
  const t = useText('own');
  const parts = useParts();
  const { app, client } = parts;
  const templates = useStore(ownOf(client), (own) => own.templates)?.filter(isOwn) ?? [];
  const phrases = useStore(ownOf(client), (own) => own.phrases);
  const wordTemplates = useStore(ownOf(client), (own) => own.wordTemplates);
  useEffect(() => {
    void readOwn(client);
  }, [client]);
  const { set, report, toast } = app.getState();

  const exportAll = async () => {
    const made = await client.store.templates.export({ templates: templates.map(({ id }) => id), phrases: phrases.map(({ id }) => id) });
    if (!made.ok) return report(made.error);
    await handOver(parts, made.value);
  };
  const importFile = async () => {
    const file = await chooseFile('application/json,.json');
    if (!file) return;
    const name = file.name.slice(0, 300);
    if (file.size > textFileLimit * 1024 * 1024) return report({ code: 'file.tooLarge', params: { name, limit: textFileLimit } });
    const taken = await client.store.templates.import({ file, name, origin });
    if (!taken.ok) return report(taken.error);
    await readOwn(client);
    const { left, ...counts } = taken.value;
    const words = counts.templates + counts.phrases > 0 ? text('own', 'imported', counts) : text('own', 'importedNone');
    toast({ text: left > 0 ? `${words}${text('own', 'left', { left })}` : words });
  };
  return (
    <Dialog
      title={t('title')}
      wide
      foot={
        <>
          <button type="button" className="button" onClick={() => void importFile()}>
            <Upload aria-hidden />
            {t('import')}
          </button>
          <button type="button" className="button" disabled={templates.length + phrases.length === 0} onClick={() => void exportAll()}>
            <Download aria-hidden />
            {t('export')}
          </button>
          <span className="own-space" />
          <button type="button" className="button primary" onClick={() => set({ dialog: null })}>
            {t('done')}
          </button>
        </>
      }
    >
      <Tabs.Root defaultValue={section} className="own-window">
        <Tabs.List className="tab-list" activateOnFocus>
          <Tabs.Tab value="templates" className="tab">
            {t('tab.templates')}
            {templates.length > 0 && <span className="tab-count tabular">{templates.length}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="phrases" className="tab">
            {t('tab.phrases')}
            {phrases.length > 0 && <span className="tab-count tabular">{phrases.length}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="word" className="tab">
            {t('tab.word')}
            {wordTemplates.length > 0 && <span className="tab-count tabular">{wordTemplates.length}</span>}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="word" className="own-panel">
          <WordRows templates={wordTemplates} />
        </Tabs.Panel>
        <Tabs.Panel value="templates" className="own-panel">
          <TemplateRows templates={templates} />
        </Tabs.Panel>
        <Tabs.Panel value="phrases" className="own-panel">
          <PhraseRows phrases={phrases} />
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  );
}
