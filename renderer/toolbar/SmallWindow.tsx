import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import './small-window.css';

interface SmallWindowProps {
  title: string;
  /** What it concerns on the screen; null = the middle of the window. */
  at: DOMRect | null;
  onClose(): void;
  children: ReactNode;
}

/** A small window beside what it concerns; Esc and a click elsewhere close it. */
export function SmallWindow({ title, at, onClose, children }: SmallWindowProps) {
  const rect = at ?? new DOMRect(window.innerWidth / 2 - 140, window.innerHeight / 3, 280, 0);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={{ getBoundingClientRect: () => rect }} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup className="small-window" finalFocus={false}>
            <Popover.Title className="small-window-title">{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
