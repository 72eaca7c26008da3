import { Shield, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useApp, useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { useText } from '../i18n/i18n.ts';
import { safetyTone, useBackups } from './backups.ts';
import { useWork } from './work.ts';

/** In the status line: the last verified backup, or what is wrong; the way to 安全與備份. */
export function SafetyItem() {
  const t = useText('safety');
  const { app } = useParts();
  const state = useBackups();
  const health = useApp((one) => one.health);
  const { now } = useWork();
  if (!state) return null;
  const tone = safetyTone(state, health);
  const Icon = { good: ShieldCheck, wait: Shield, overdue: ShieldAlert, loss: ShieldAlert }[tone];
  const share = now && now.total > 0 ? ` ${Math.min(100, Math.round((100 * now.done) / now.total))} %` : '';
  const calm = { good: t('status.good', { when: whenOf(state.lastVerifiedAt ?? '') }), wait: t('status.wait'), overdue: t(state.overdue ? 'status.overdue' : 'status.error'), loss: t('status.loss') }[tone];
  return (
    <button
      type="button"
      className="status-button status-safety tabular"
      data-tone={tone}
      title={t('status.hint')}
      onClick={() => app.getState().set({ dialog: { kind: 'safety', section: tone === 'loss' ? (health?.recovery && !health.recovery.seen ? 'recovery' : 'check') : 'backups' } })}
    >
      <Icon aria-hidden />
      {now ? `${t(`working.${now.what}`)}${share}` : calm}
    </button>
  );
}
