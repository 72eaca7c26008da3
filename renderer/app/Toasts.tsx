import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useText } from '../i18n/i18n.ts';
import { toasts } from './toasts.ts';
import './toasts.css';

function List() {
  const { toasts: shown } = Toast.useToastManager();
  const t = useText('app');
  return shown.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" swipeDirection={[]}>
      <Toast.Description className="toast-text" />
      {toast.actionProps && <Toast.Action className="toast-action" />}
      <Toast.Close className="icon-button" aria-label={t('dismiss')}>
        <X />
      </Toast.Close>
    </Toast.Root>
  ));
}

/** The notices at the foot of the window. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
