import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface SplitterProps {
  label: string;
  /** Which way the pane grows. */
  side: 'left' | 'right';
  width: number;
  least: number;
  most: number;
  /** While it moves. */
  onMove(width: number): void;
  /** When it rests. */
  onRest(width: number): void;
}

const keyStep = 16;

/** The edge of a pane: dragged, or moved with the arrow keys. */
export function Splitter({ label, side, width, least, most, onMove, onRest }: SplitterProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const within = (wanted: number) => Math.round(Math.max(least, Math.min(most, wanted)));
  const widthAt = (x: number) => (start.current ? within(start.current.width + (side === 'left' ? x - start.current.x : start.current.x - x)) : width);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    onRest(within(width + direction * keyStep * (side === 'left' ? 1 : -1)));
  };
  return (
    <div
      className="splitter"
      data-side={side}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => start.current && onMove(widthAt(event.clientX))}
      onPointerUp={(event) => {
        const rest = widthAt(event.clientX);
        start.current = null;
        onRest(rest);
      }}
    />
  );
}
