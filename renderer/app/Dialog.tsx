import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useText } from '../i18n/i18n.ts';
import { useParts } from './context.ts';

/** What has the focus first: the chosen part, the chosen or first field, else the usual choice. */
const firstGoal = '.safety-tab[aria-selected="true"], .dialog-body input, .dialog-body button[aria-pressed="true"], .dialog-foot .primary';

interface DialogProps {
  title: string;
  wide?: boolean;
  children: ReactNode;
  /** The buttons; the last one is the usual choice. */
  foot?: ReactNode;
}

/** A dialog of the window; Esc and ✕ close it. */
export function Dialog({ title, wide = false, children, foot }: DialogProps) {
  const { app } = useParts();
  const t = useText('app');
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open onOpenChange={(open) => !open && app.getState().set({ dialog: null })}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup ref={popup} className={wide ? 'dialog wide' : 'dialog'} initialFocus={() => popup.current?.querySelector<HTMLElement>(firstGoal) ?? true}>
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label={t('close')}>
              <X />
            </Base.Close>
          </header>
          <div className="dialog-body">{children}</div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
