import { Dialog } from '@base-ui/react/dialog';
import { type TextEncoding, textEncodings } from '#shared/rpc/schemas.ts';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';

const names: Readonly<Record<TextEncoding, string>> = { gb18030: 'GB18030', big5: 'Big5' };

/** Asks in which encoding a text file is, where it is not UTF-8; what it seems to be is the usual choice. */
export function EncodingDialog({ question }: { question: Extract<Question, { kind: 'encoding' }> }) {
  const t = useText('paste');
  const { name, seeming, answer } = question;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && answer(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog" finalFocus={false}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{t('encoding.title')}</Dialog.Title>
          </div>
          <div className="dialog-body">
            <Dialog.Description>{t('encoding.text', { name, encoding: names[seeming] })}</Dialog.Description>
          </div>
          <div className="dialog-foot">
            <button type="button" className="button quiet" onClick={() => answer(null)}>
              {t('cancel')}
            </button>
            {textEncodings
              .filter((encoding) => encoding !== seeming)
              .map((encoding) => (
                <button key={encoding} type="button" className="button" onClick={() => answer(encoding)}>
                  {t('encoding.use', { encoding: names[encoding] })}
                </button>
              ))}
            <button type="button" className="button primary" autoFocus onClick={() => answer(seeming)}>
              {t('encoding.use', { encoding: names[seeming] })}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
