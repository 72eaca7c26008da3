import { useText } from '../../i18n/i18n.ts';
import { Rows } from '../../inspector/Rows.tsx';
import type { SectionPanelProps } from '../../inspector/section-panel.types.ts';

const none: readonly string[] = [];

/** 附件: the names of what is attached, in the order in which they are numbered. */
export function AnnexesPanel({ session, block }: SectionPanelProps<'annexes'>) {
  const t = useText('lists');
  return (
    <Rows
      rows={block.data?.names ?? none}
      label={t('annexes.list')}
      addLabel={t('annexes.add')}
      empty=""
      isEmpty={(name) => name === ''}
      onChange={(names) => session.setSection(block.id, { data: { names: [...names] } })}
    >
      {(name, index, input) => input({ value: name, change: (value) => value, label: t('annexes.name', { place: index + 1 }), hint: t('annexes.name.hint'), length: 500 })}
    </Rows>
  );
}
