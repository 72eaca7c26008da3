import { Download } from 'lucide-react';
import type { Template } from '#shared/minutes/templates/template.ts';
import { useParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { handOver } from '../export/hand-over.ts';
import { text, useLanguage, useText } from '../i18n/i18n.ts';
import { readOwn } from './own.ts';
import { moved, RowButtons } from './RowButtons.tsx';

/** Her templates: name, place, away, out. */
export function TemplateRows({ templates }: { templates: readonly Template[] }) {
  const t = useText('own');
  const language = useLanguage();
  const parts = useParts();
  const { app, client } = parts;
  const { report, toast } = app.getState();
  const put = async (template: Template) => {
    const kept = await client.store.templates.put({ template: { ...template, written: template.written ?? { region: 'TW', script: 'Hant' } }, origin });
    if (!kept.ok) report(kept.error);
    await readOwn(client);
  };
  const remove = async (template: Template) => {
    const gone = await client.store.templates.remove({ id: template.id, origin });
    if (!gone.ok) report(gone.error);
    await readOwn(client);
    if (gone.ok) toast({ text: text('own', 'removed', { name: template.name[language] }), action: { label: text('own', 'undo'), run: () => void put(template) } });
  };
  const move = async (template: Template, by: -1 | 1) => {
    // Among those of its scope: meetings and sections are offered in different places.
    const scoped = templates.filter(({ scope }) => scope === template.scope).map(({ id }) => id);
    const others = templates.filter(({ scope }) => scope !== template.scope).map(({ id }) => id);
    const arranged = await client.store.templates.arrange({ ids: [...moved(scoped, template.id, by), ...others], origin });
    if (!arranged.ok) report(arranged.error);
    await readOwn(client);
  };
  const exportOne = async (template: Template) => {
    const made = await client.store.templates.export({ templates: [template.id], phrases: [] });
    if (!made.ok) return report(made.error);
    await handOver(parts, made.value);
  };
  if (templates.length === 0) {
    return (
      <div className="pane-state">
        <p className="pane-state-title">{t('templates.none')}</p>
        <p>{t('templates.noneText')}</p>
      </div>
    );
  }
  return (
    <ul className="own-rows" aria-label={t('templates.list')}>
      {templates.map((template, index) => (
        <li key={template.id} className="own-row">
          <span className="own-scope">{t(template.scope)}</span>
          <input
            key={template.name['zh-Hant']}
            className="input"
            aria-label={t('name')}
            defaultValue={template.name[language]}
            maxLength={100}
            onBlur={(event) => {
              const name = event.currentTarget.value.trim();
              if (name === '') event.currentTarget.value = template.name[language];
              else if (name !== template.name[language]) void put({ ...template, name: { 'zh-Hant': name, 'zh-Hans': name, en: name } });
            }}
          />
          <RowButtons
            name={template.name[language]}
            isFirst={templates[index - 1]?.scope !== template.scope}
            isLast={templates[index + 1]?.scope !== template.scope}
            onMove={(by) => void move(template, by)}
            onRemove={() => void remove(template)}
          >
            <button type="button" className="icon-button small" aria-label={`${t('exportOne')} ${template.name[language]}`} title={t('exportOne')} onClick={() => void exportOne(template)}>
              <Download />
            </button>
          </RowButtons>
        </li>
      ))}
    </ul>
  );
}
