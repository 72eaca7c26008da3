import type { Rescued } from '#shared/rpc/health.ts';
import type { AppParts } from '../app/context.ts';

/** Shows a rescued text beside the saved one. */
export async function lookAtRescued({ app, client }: AppParts, rescued: Rescued): Promise<void> {
  const words = await client.store.health.rescuedText({ key: rescued.key });
  if (words.ok) app.getState().set({ dialog: { kind: 'rescued', rescued, words: words.value } });
  else app.getState().report(words.error);
}
