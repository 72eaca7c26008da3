import { Command } from 'cmdk';
import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useStore } from 'zustand';
import { type CommandEntry, type CommandId, commands } from '#shared/commands/commands.ts';
import { isLocked } from '#shared/minutes/stage.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { commandContext, useApp, useParts } from '../app/context.ts';
import { shortcutText } from '../app/keys.ts';
import type { CommandContext } from '../commands/command.ts';
import { isEnabled, run } from '../commands/index.ts';
import { insertPhrase } from '../commands/phrases.ts';
import { insertTemplate } from '../commands/section.ts';
import { useText } from '../i18n/i18n.ts';
import { dayOf } from '../library/rows.ts';
import { isOwn, ownOf } from '../own/own.ts';
import { nothingAsked, useSearch } from '../search/search.ts';
import { slashAliases } from '../slash/aliases.ts';
import { fitting } from './fit.ts';
import './palette.css';

const entries = Object.entries(commands) as [CommandId, CommandEntry][];

const otherNames = (id: CommandId): string[] => ((slashAliases as Partial<Record<CommandId, string>>)[id] ?? '').split(' ');

const canWrite = ({ session }: CommandContext): boolean => session !== null && !isLocked(session.view.getState().meta);

/** Every command that can be carried out now, templates and phrases, and every meeting, by a few letters. */
export function Palette() {
  const t = useText('palette');
  const library = useText('library');
  const own = useText('own');
  const parts = useParts();
  const language = useApp((state) => state.language);
  const platform = useApp((state) => state.info.platform);
  const recent = useApp((state) => state.library.state.getState().meetings);
  const [query, setQuery] = useState('');
  const { state } = useSearch(parts.client, { ...nothingAsked, query, order: 'best' });
  // What can be done is judged as things stood when the palette opened.
  const [enabled] = useState(() => entries.filter(([id]) => id !== 'view.palette' && isEnabled(id, commandContext(parts))));
  const asked = query.trim();
  const found = fitting(enabled, asked, ([id, { label }]) => [label[language], ...Object.values(label), ...otherNames(id)]);
  const meetings = asked === '' ? recent.slice(0, 5).map((meeting) => ({ meeting, snippets: [] })) : state.asked.query === query.trim() ? state.hits.slice(0, 20) : [];

  const known = useStore(ownOf(parts.client));
  // Sections of the program are commands already; what goes into a text is offered where one is open.
  const [isOpen] = useState(() => canWrite(commandContext(parts)));
  const templates = asked === '' ? [] : fitting((known.templates ?? []).filter((one) => one.scope === 'meeting' || (isOpen && isOwn(one))), asked, ({ name }) => [name[language], ...Object.values(name)]);
  const phrases = asked === '' || !isOpen ? [] : fitting(known.phrases, asked.replace(/^[;；]/, ''), ({ shortcut, text }) => [shortcut, text]);
  const chooseTemplate = (template: Template): void => {
    if (template.scope === 'section') insertTemplate(commandContext(parts), template);
    else parts.app.getState().set({ dialog: { kind: 'newMeeting', template: template.id } });
  };

  // Where the focus was: left to itself the dialog gives it to whatever had opened a menu before.
  const [from] = useState(() => document.activeElement);
  const close = (deed?: () => void) => {
    parts.app.getState().set({ dialog: null });
    // The focus goes back first, and before the command: it acts where the caret was, and what it opens keeps the focus.
    setTimeout(() => {
      const { session } = commandContext(parts);
      // The text is given its caret back; the browser alone would put it into the title.
      if (session && session.editor.getRootElement() === from) session.focus();
      else if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
      deed?.();
    }, 30);
  };
  const after = (deed: () => void) => () => close(deed);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop clear" />
        <Dialog.Popup className="palette" aria-label={t('title')} finalFocus={false}>
          <Command shouldFilter={false} loop label={t('title')}>
            <Command.Input className="palette-input" placeholder={t('placeholder')} value={query} onValueChange={setQuery} autoFocus />
            <Command.List className="palette-list">
              <Command.Empty className="palette-none">{t('none')}</Command.Empty>
              {found.length > 0 && (
                <Command.Group heading={t('commands')}>
                  {found.map(([id, { label, shortcut }]) => (
                    <Command.Item key={id} value={id} className="palette-item" onSelect={after(() => run(id, commandContext(parts)))}>
                      <span className="palette-label">{label[language]}</span>
                      {shortcut && <span className="shortcut">{shortcutText(shortcut, platform)}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {templates.length > 0 && (
                <Command.Group heading={own('palette.templates')}>
                  {templates.map((template) => (
                    <Command.Item key={template.id} value={`template ${template.id}`} className="palette-item" onSelect={after(() => chooseTemplate(template))}>
                      <span className="palette-label">{template.name[language]}</span>
                      <span className="shortcut">{own(template.scope)}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {phrases.length > 0 && (
                <Command.Group heading={own('palette.phrases')}>
                  {phrases.map((phrase) => (
                    <Command.Item key={phrase.id} value={`phrase ${phrase.id}`} className="palette-item" onSelect={after(() => insertPhrase(commandContext(parts), phrase))}>
                      <span className="palette-label">{phrase.text}</span>
                      {phrase.shortcut !== '' && <span className="shortcut">;{phrase.shortcut}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {meetings.length > 0 && (
                <Command.Group heading={t('meetings')}>
                  {meetings.map(({ meeting, snippets: [snippet] }) => {
                    const [hit] = snippet?.hits ?? [];
                    const jump = snippet?.blockId && hit ? { blockId: snippet.blockId, hit: snippet.text.slice(hit[0], hit[1]) } : undefined;
                    return (
                      <Command.Item key={meeting.id} value={`meeting ${meeting.id}`} className="palette-item" onSelect={after(() => void parts.app.getState().open(meeting.id, jump))}>
                        <span className="palette-label">
                          {meeting.title || library('untitled')}
                          {snippet && <span className="palette-snippet">{snippet.text}</span>}
                        </span>
                        <span className="shortcut tabular">
                          {meeting.year}
                          {meeting.start && `/${dayOf(meeting.start)}`}
                        </span>
                      </Command.Item>
                    );
                  })}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
