import { useText } from '../i18n/i18n.ts';
import { showImporting } from './importing.ts';

/** Back to choosing. */
export function Back() {
  const t = useText('imports');
  return (
    <button type="button" className="button" onClick={() => showImporting({ kind: 'choose' })}>
      {t('back')}
    </button>
  );
}
