/**
 * The editor on a page of its own, for tests and measurements. `?chars=100000` fills it with paragraphs, `?fixtures`
 * with every example of every kind, otherwise it is empty; `?language` and `?zoom` as in the window. `window.session` is the open meeting.
 */
import { createRoot } from 'react-dom/client';
import { languageSchema } from '#shared/language.ts';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import { plain } from '#shared/minutes/inline.ts';
import '../../theme/tokens.css';
import '../../theme/base.css';
import { createSession, type EditorSession, MinutesEditor } from '../index.ts';

declare global {
  interface Window {
    session: EditorSession;
    /** Opens another record in place of the present one. */
    open(document: MinutesDocument): void;
  }
}

const parameters = new URLSearchParams(location.search);
const language = languageSchema.catch('zh-Hant').parse(parameters.get('language'));
const sentence = '會議聽取了秘書處關於社區綠化與志工培訓的說明，與會理事就經費、期程及分工交換了意見。';

function startingDocument(): MinutesDocument {
  const characters = Number(parameters.get('chars') ?? 0);
  if (characters > 0) {
    const paragraphs = Array.from({ length: Math.ceil(characters / 200) }, () => ({
      id: newId(),
      kind: 'paragraph' as const,
      inline: plain(sentence.repeat(5).slice(0, 200)),
    }));
    return { ...newMinutes({ title: '第六屆理事會第四次會議紀錄' }), blocks: paragraphs };
  }
  if (!parameters.has('fixtures')) return newMinutes();
  return {
    ...newMinutes({
      title: '第六屆理事會第四次會議紀錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 6,
      session: 4,
      start: '2024-01-19T09:30',
      end: '2024-01-19T11:40',
      place: '本會二樓會議廳',
      chair: '石仲平理事長',
      region: parameters.get('region') === 'CN' ? 'CN' : 'TW',
    }),
    blocks: Object.values(blocks).flatMap((kind) => kind.fixtures as Block[]),
  };
}

const root = createRoot(document.getElementById('root') as HTMLElement);
window.open = ((next: MinutesDocument) => {
  if (window.session) window.session.dispose();
  window.session = createSession(next);
  root.render(<MinutesEditor key={next.id} session={window.session} zoom={Number(parameters.get('zoom') ?? 100)} language={language} />);
}) as typeof window.open;
window.open(startingDocument());
