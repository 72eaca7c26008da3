import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/i18n.ts';
import { commandContext, useParts } from './context.ts';

/** What has the focus first: the chosen part, the chosen or first field, else the usual choice. */
const firstGoal =
  '.safety-tab[aria-selected="true"], .dialog-body input:not([hidden], [type="radio"]:not(:checked)), .dialog-body button[aria-pressed="true"], .dialog-body .button.primary, .dialog-foot .primary';

let outside: Element | null = null;

/** What had the focus before this window, or before the first of those that follow each other. */
function focusOutside(): Element | null {
  const now = document.activeElement;
  if (now && now !== document.body && !now.closest('.dialog')) outside = now;
  return outside;
}

interface DialogProps {
  title: string;
  wide?: boolean;
  children: ReactNode;
  /** The buttons; the last one is the usual choice. */
  foot?: ReactNode;
  /** One step back; absent = the window closes. */
  onBack?(): void;
}

/** A dialog of the window; Esc and ✕ close it. */
export function Dialog({ title, wide = false, children, foot, onBack }: DialogProps) {
  const parts = useParts();
  const { app } = parts;
  const t = useText('app');
  const [before] = useState(focusOutside);
  const popup = useRef<HTMLDivElement>(null);
  // A button that can no longer be pressed, or is gone, takes the focus with it: the keyboard would be outside of the window.
  useEffect(() => {
    const later = setTimeout(() => document.activeElement === document.body && popup.current?.focus(), 50);
    return () => clearTimeout(later);
  });
  // A field of the window has taken the selection with it: the text has to be told where the caret was.
  const finalFocus = () => {
    const { session } = commandContext(parts);
    if (!session || before !== session.editor.getRootElement()) return before instanceof HTMLElement && before.isConnected ? before : true;
    session.focus();
    return false;
  };
  const onOpenChange = (open: boolean, { reason }: Base.Root.ChangeEventDetails) => {
    if (open) return;
    if (reason === 'escape-key' && onBack) onBack();
    else app.getState().set({ dialog: null });
  };
  return (
    <Base.Root open onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup ref={popup} className={wide ? 'dialog wide' : 'dialog'} initialFocus={() => popup.current?.querySelector<HTMLElement>(firstGoal) ?? true} finalFocus={finalFocus} onKeyDown={turnPage}>
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

/** Page Up and Page Down turn what the window shows, wherever the focus is in it; what scrolls by itself does so. */
function turnPage(event: KeyboardEvent<HTMLElement>): void {
  const by = { PageUp: -0.9, PageDown: 0.9 }[event.key];
  const body = event.currentTarget.querySelector('.dialog-body');
  if (by === undefined || !body || event.defaultPrevented || !(event.target instanceof HTMLElement) || event.target.matches('select, textarea')) return;
  const own = event.target.closest('.dialog-body *');
  for (let element = own; element && element !== body; element = element.parentElement) if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) return;
  event.preventDefault();
  body.scrollBy({ top: by * body.clientHeight });
}
