import { type AgendaItem, agendaText } from '#shared/minutes/blocks/agenda/index.ts';
import { useText } from '../../i18n/i18n.ts';
import { Rows } from '../../inspector/Rows.tsx';
import type { SectionPanelProps } from '../../inspector/section-panel.types.ts';

const none: readonly AgendaItem[] = [];
const empty: AgendaItem = { text: '', presenter: '', time: '' };

/** 議程: the items in their order, each with who presents it and when, where that is known. */
export function AgendaPanel({ session, block }: SectionPanelProps<'agenda'>) {
  const t = useText('lists');
  return (
    <Rows
      rows={block.data?.items ?? none}
      label={t('agenda.list')}
      addLabel={t('agenda.add')}
      empty={empty}
      isEmpty={(item) => agendaText(item) === ''}
      onChange={(items) => session.setSection(block.id, { data: { items: [...items] } })}
    >
      {(item, index, input) => {
        const place = index + 1;
        return (
          <>
            {input({ value: item.text, change: (text) => ({ ...item, text }), label: t('agenda.text', { place }), hint: t('agenda.text.hint'), length: 1000 })}
            {input({ value: item.presenter, change: (presenter) => ({ ...item, presenter }), label: t('agenda.presenter', { place }), hint: t('agenda.presenter.hint'), length: 300, className: 'rows-part' })}
            {input({ value: item.time, change: (time) => ({ ...item, time }), label: t('agenda.time', { place }), hint: t('agenda.time.hint'), length: 100, className: 'rows-part' })}
          </>
        );
      }}
    </Rows>
  );
}
