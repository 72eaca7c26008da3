import { commandContext, useParts } from '../app/context.ts';
import { goToBlank } from '../inspector/go-to-blank.ts';

interface PlaceProps {
  text: string;
  blockId: string | null;
  /** A field of the head or of the section. */
  field?: string | undefined;
}

/** A place of the record: a click closes the window and goes there. Text alone where it is no block of the open record. */
export function Place({ text, blockId, field }: PlaceProps) {
  const parts = useParts();
  const { session } = commandContext(parts);
  if (!session || (blockId === null && field === undefined)) return <span className="proof-place">{text}</span>;
  const go = () => {
    parts.app.getState().set({ dialog: null });
    // The dialog gives the focus back to where it came from; the place comes after that.
    setTimeout(() => goToBlank(session, { blockId, ...(field !== undefined && { field }), label: { 'zh-Hant': text, 'zh-Hans': text, en: text } }), 50);
  };
  return (
    <button type="button" className="proof-place proof-go" onClick={go}>
      {text}
    </button>
  );
}
