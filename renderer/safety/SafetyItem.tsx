import { Shield, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useApp, useParts } from '../app/context.ts';
import type { SafetySection } from '../app/state.ts';
import { whenOf } from '../history/when.ts';
import { useText } from '../i18n/i18n.ts';
import { type Standing, standingOf, useBackups } from './backups.ts';
import { shareOf, useWork } from './work.ts';

const looks: Readonly<Record<Standing, { Icon: typeof Shield; tone: 'good' | 'plain' | 'amber' | 'loss'; leadsTo: SafetySection }>> = {
  good: { Icon: ShieldCheck, tone: 'good', leadsTo: 'backups' },
  none: { Icon: Shield, tone: 'plain', leadsTo: 'backups' },
  overdue: { Icon: ShieldAlert, tone: 'amber', leadsTo: 'backups' },
  failed: { Icon: ShieldAlert, tone: 'amber', leadsTo: 'backups' },
  found: { Icon: ShieldAlert, tone: 'amber', leadsTo: 'check' },
  repaired: { Icon: ShieldAlert, tone: 'amber', leadsTo: 'recovery' },
  loss: { Icon: ShieldAlert, tone: 'loss', leadsTo: 'recovery' },
};

/** In the status line: the last verified backup, or what is wrong; the way to 安全與備份. */
export function SafetyItem() {
  const t = useText('safety');
  const { app } = useParts();
  const state = useBackups();
  const health = useApp((one) => one.health);
  const { now } = useWork();
  if (!state) return null;
  const standing = standingOf(state, health);
  const { Icon, tone, leadsTo } = looks[standing];
  const share = now && shareOf(now);
  const words = now ? t(`working.${now.what}`) : t(`status.${standing}`, { when: whenOf(state.lastVerifiedAt ?? '') });
  const section = leadsTo === 'recovery' && !health?.recovery ? 'check' : leadsTo;
  return (
    <button type="button" className="status-button status-safety tabular" data-tone={tone} title={t('title')} onClick={() => app.getState().set({ dialog: { kind: 'safety', section } })}>
      <Icon aria-hidden />
      {typeof share === 'number' ? `${words} ${share} %` : words}
    </button>
  );
}
