import { Download, FilePlus2, Trash2 } from 'lucide-react';
import type { WordTemplate } from '#shared/rpc/own.ts';
import { marks, markWords, type MarkName } from '#shared/word-templates/marks.ts';
import { useParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { handOver } from '../export/hand-over.ts';
import { text, useLanguage, useText } from '../i18n/i18n.ts';
import { chooseFile } from './choose-file.ts';
import { readOwn } from './own.ts';

const word = '.docx,.dotx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const names = Object.keys(marks) as MarkName[];
const braced = (name: string): string => `{{${name}}}`;

/** Her templates of Word: what was found in each, and the marks that there are. */
export function WordRows({ templates }: { templates: readonly WordTemplate[] }) {
  const t = useText('own');
  const language = useLanguage();
  const parts = useParts();
  const { app, client } = parts;
  const { report, toast } = app.getState();

  const keep = async (file: Blob, name: string) => {
    const added = await client.store.wordTemplates.add({ file, name: name.slice(0, 300), origin });
    if (!added.ok) return report(added.error);
    await readOwn(client);
    toast({ text: text('own', 'word.added', { name: added.value.name }) });
  };
  const add = async () => {
    const file = await chooseFile(word);
    if (file) await keep(file, file.name);
  };
  const getBack = async ({ id }: WordTemplate) => {
    const got = await client.store.wordTemplates.get({ id });
    if (!got.ok) return report(got.error);
    await handOver(parts, got.value);
  };
  const remove = async ({ id, name }: WordTemplate) => {
    const got = await client.store.wordTemplates.get({ id });
    const gone = await client.store.wordTemplates.remove({ id, origin });
    if (!gone.ok) report(gone.error);
    await readOwn(client);
    if (!gone.ok || !got.ok) return;
    const again = async () => keep(new Blob([await got.value.file.arrayBuffer()]), got.value.name);
    toast({ text: text('own', 'removed', { name }), action: { label: text('own', 'undo'), run: () => void again() } });
  };
  return (
    <>
      <div className="own-word-head">
        <p className="pane-hint own-hint">{t('word.text')}</p>
        <button type="button" className="button" onClick={() => void add()}>
          <FilePlus2 aria-hidden />
          {t('word.add')}
        </button>
      </div>
      {templates.length === 0 && <p className="pane-state-title own-hint">{t('word.none')}</p>}
      <ul className="own-rows" aria-label={t('word.list')}>
        {templates.map((template) => (
          <li key={template.id}>
            <div className="own-row">
              <span className="own-word-name">{template.name}</span>
              <span className="own-word-count tabular">{t('word.found', { count: template.look.marks.length })}</span>
              <span className="own-buttons">
                <button type="button" className="icon-button small" aria-label={`${t('word.getBack')} ${template.name}`} title={t('word.getBack')} onClick={() => void getBack(template)}>
                  <Download />
                </button>
                <button type="button" className="icon-button small" aria-label={`${t('remove')} ${template.name}`} title={t('remove')} onClick={() => void remove(template)}>
                  <Trash2 />
                </button>
              </span>
            </div>
            <Faults template={template} />
          </li>
        ))}
      </ul>
      <details className="own-marks" open={templates.length === 0}>
        <summary>{t('word.marks')}</summary>
        <dl>
          {names.map((mark) => (
            <div key={mark}>
              <dt>{braced(marks[mark][0])}</dt>
              <dd>{markWords[mark][language]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** What would not be filled in, and what was probably meant. */
function Faults({ template: { look } }: { template: WordTemplate }) {
  const t = useText('own');
  const faults = [
    ...(look.content === 'found' ? [] : [t(`word.${look.content}`)]),
    ...look.unknown.map(({ raw, nearest }) => t('word.unknown', { name: raw.trim() }) + (nearest ? t('word.nearest', { name: marks[nearest][0] }) : '')),
    ...look.open.map((words) => t('word.open', { name: words })),
  ];
  if (faults.length === 0) return null;
  return (
    <ul className="own-faults">
      {faults.map((fault, index) => (
        <li key={index}>{fault}</li>
      ))}
    </ul>
  );
}
