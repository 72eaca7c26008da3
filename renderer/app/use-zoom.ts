import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { stepZoom } from '../commands/zoom.ts';
import { useParts } from './context.ts';

/** So far the wheel turns for one step, in pixels: a notch of a mouse, or a short pinch of a touch pad. */
const notch = 50;

/** On this desk Ctrl and the wheel zoom what stands in the middle of the window, not the browser. */
export function useWheelZoom(desk: RefObject<HTMLElement | null>): void {
  const { app } = useParts();
  useEffect(() => {
    const element = desk.current;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < notch) return;
      stepZoom(app, turned < 0 ? 1 : -1);
      turned = 0;
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [app, desk]);
}

/** The desk of the paper, zoomed with Ctrl and the wheel; what is in its middle stays there. */
export function useZoom(zoom: number): RefObject<HTMLDivElement | null> {
  const desk = useRef<HTMLDivElement>(null);
  const before = useRef(zoom);
  useWheelZoom(desk);

  useLayoutEffect(() => {
    const element = desk.current;
    const ratio = zoom / before.current;
    before.current = zoom;
    if (!element || ratio === 1) return;
    element.scrollTo({
      top: (element.scrollTop + element.clientHeight / 2) * ratio - element.clientHeight / 2,
      left: (element.scrollWidth - element.clientWidth) / 2,
    });
  }, [zoom]);

  return desk;
}
