import { Toast as BaseToast } from '@base-ui/react/toast';
import type { Toast } from './state.ts';

/** The notices at the foot of the window; `Toasts.tsx` shows them. */
export const toasts = BaseToast.createToastManager();

/** Shows a notice and gives what takes it away. One with an action stays longer, an error longer still. */
export function showToast({ text, tone = 'plain', action }: Toast): () => void {
  const id = toasts.add({
    description: text,
    type: tone,
    timeout: tone === 'error' ? 15_000 : action ? 10_000 : 5000,
    priority: tone === 'error' ? 'high' : 'low',
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          action.run();
          toasts.close(id);
        },
      },
    }),
  });
  return () => toasts.close(id);
}
