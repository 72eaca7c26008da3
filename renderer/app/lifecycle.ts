/** Saves when the window is left or closed, and tries again when it comes back. */
import { type CommandId, commands } from '#shared/commands/commands.ts';
import { run } from '../commands/index.ts';
import { text } from '../i18n/i18n.ts';
import { type AppParts, commandContext } from './context.ts';

const isCommand = (id: string): id is CommandId => Object.hasOwn(commands, id);

/** Listens to the page and to the host for as long as the window is there. */
export function followLifecycle({ app, client }: AppParts): void {
  const flush = () => app.getState().flush();
  const retry = () => {
    const { current } = app.getState();
    if (current.kind === 'open') current.saver.retry();
  };
  document.addEventListener('visibilitychange', () => void (document.hidden ? flush() : retry()));
  window.addEventListener('pagehide', () => void flush());
  window.addEventListener('blur', () => void flush());
  window.addEventListener('online', retry);
  window.addEventListener('focus', retry);
  window.addEventListener('beforeunload', (event) => {
    const { current } = app.getState();
    if (current.kind !== 'open' || !current.saver.hasUnsaved()) return;
    void flush();
    event.preventDefault();
  });
  void followHost({ app, client });
}

async function followHost({ app, client }: AppParts): Promise<void> {
  for await (const event of await client.host.events()) {
    if (event.type === 'resumed') {
      await app.getState().flush();
    } else if (event.type === 'command') {
      if (isCommand(event.id)) run(event.id, commandContext({ app, client }));
    } else if (await app.getState().flush()) {
      await client.host.closeReady();
    } else {
      app.getState().toast({ text: text('app', 'leaveUnsaved'), tone: 'error' });
    }
  }
}
