import type { SubmitEvent } from 'react';
import { useStore } from 'zustand';
import { isSectionKind } from '#shared/minutes/blocks/index.ts';
import { nameOfSection } from '#shared/minutes/entry-name.ts';
import { meetingTemplate, sectionTemplate } from '#shared/minutes/templates/own.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { origin } from '../app/store.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { text, useText } from '../i18n/i18n.ts';
import { isOwn, ownOf, readOwn } from './own.ts';
import './own.css';

const newOne = '';

/** Saves the open meeting, or the section at the caret, as a template of her own. */
export function SaveTemplate({ scope }: { scope: Template['scope'] }) {
  const t = useText('own');
  const parts = useParts();
  const { app, client } = parts;
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  const there = useStore(ownOf(client), ({ templates }) => templates)?.filter((one) => isOwn(one) && one.scope === scope) ?? [];
  if (!session) return null;
  const { set, toast, report } = app.getState();

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const before = there.find(({ id }) => id === form.get('as'));
    const name = formText(form, 'name') || (before?.name['zh-Hant'] ?? '');
    if (name === '') return;
    set({ dialog: null });
    const last = Math.max(999, ...there.map(({ order }) => order));
    const own = { name, description: formText(form, 'description'), keepsText: form.get('text') === 'on', order: before?.order ?? last + 1 };
    const document = session.document();
    const { blockId } = session.view.getState().selection;
    const made = scope === 'meeting' ? meetingTemplate(document, own) : sectionTemplate(document, blockId ? [blockId] : [], own);
    const written = made.written ?? document.meta;
    const kept = await client.store.templates.put({ template: { ...made, id: before?.id ?? made.id, written }, origin });
    if (!kept.ok) return report(kept.error);
    await readOwn(client);
    toast({ text: text('own', before ? 'replaced' : 'saved', { name }) });
  };
  return (
    <Dialog
      title={t(`save.${scope}`)}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="save-template" className="button primary">
            {t('save.do')}
          </button>
        </>
      }
    >
      <form id="save-template" className="own-form" onSubmit={(event) => void save(event)}>
        <label>
          <span className="form-label">{t('save.name')}</span>
          <input className="input" name="name" required maxLength={100} autoComplete="off" defaultValue={nameNow(session, scope)} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <label>
          <span className="form-label">{t('save.description')}</span>
          <input className="input" name="description" maxLength={200} autoComplete="off" />
        </label>
        {there.length > 0 && (
          <label>
            <span className="form-label">{t('save.as')}</span>
            <select className="input" name="as" defaultValue={newOne}>
              <option value={newOne}>{t('save.new')}</option>
              {there.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name['zh-Hant']}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="setting-check">
          <input type="checkbox" name="text" defaultChecked aria-describedby="save-template-text" />
          {t('save.text')}
        </label>
        <p id="save-template-text" className="pane-hint">
          {t('save.textHint')} {t('save.hint')}
        </p>
      </form>
    </Dialog>
  );
}

/** What the template is likely to be called. */
function nameNow(session: EditorSession, scope: Template['scope']): string {
  const { meta, sections, selection } = session.view.getState();
  if (scope === 'meeting') return (meta.body || meta.title).slice(0, 100);
  const section = sections.find(({ id, kind }) => id === selection.blockId && isSectionKind(kind));
  return section ? nameOfSection(section, meta.region, meta.script).slice(0, 100) : '';
}
