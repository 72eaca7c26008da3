import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { type BodyCard, bodyPresets, type Member } from '#shared/directory/body.ts';
import { isBackwards } from '#shared/directory/day.ts';
import { newPersonCard } from '#shared/directory/person.ts';
import type { PersonLine } from '#shared/rpc/directory.ts';
import { compareByStrokes } from '#shared/text/strokes.ts';
import { toScript } from '#shared/text/script.ts';
import { useParts } from '../app/context.ts';
import { Segments } from '../app/Segments.tsx';
import { VirtualList } from '../app/VirtualList.tsx';
import { useText } from '../i18n/i18n.ts';
import { CommitField } from './CommitField.tsx';
import { DayField } from './DayField.tsx';
import { useDirectoryChanges } from './changes.ts';
import { dropMember, putPerson } from './keep.ts';
import { PersonPicker } from './PersonPicker.tsx';
import type { Change } from './use-edited.ts';

interface MembersProps {
  body: BodyCard;
  onChange(change: Change<BodyCard>): Promise<boolean>;
}

interface Row {
  member: Member;
  /** Its place in the card. */
  index: number;
  person: PersonLine | null;
}

const orders = ['rank', 'strokes', 'hand'] as const;

/** 成員: who has which seat, from when to when. */
export function Members({ body, onChange }: MembersProps) {
  const t = useText('directory');
  const parts = useParts();
  const { client, app } = parts;
  const id = useId();
  const changes = useDirectoryChanges();
  const [people, setPeople] = useState<ReadonlyMap<string, PersonLine> | null>(null);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  const ids = body.members.map(({ personId }) => personId).join();
  useEffect(() => {
    let isOver = false;
    void client.store.bodies.get({ id: body.id }).then((answer) => {
      if (!isOver && answer.ok) setPeople(new Map(answer.value.people.map((person) => [person.id, person])));
    });
    return () => {
      isOver = true;
    };
  }, [client, body.id, ids, changes]);

  const rows = useMemo(() => rowsOf(body, people), [body, people]);
  const without = useMemo(() => new Set(body.members.filter(({ until }) => until === null).map(({ personId }) => personId)), [body.members]);
  const change = (index: number, patch: Partial<Member>) => void onChange(({ members }) => ({ members: members.map((member, at) => (at === index ? { ...member, ...patch } : member)) }));
  const mark = (field: string) => (isWrong: boolean) => setWrong((before) => (isWrong ? new Set([...before, field]) : new Set([...before].filter((one) => one !== field))));
  const move = ({ member, index }: Row, by: -1 | 1) => void onChange(({ members }) => ({ members: members.toSpliced(index, 1).toSpliced(index + by, 0, member) }));
  const add = (person: PersonLine) => {
    if (without.has(person.id)) return void app.getState().toast({ text: t('member.twice', { name: person.name }) });
    setPeople((before) => new Map([...(before ?? []), [person.id, person]]));
    // A post in the body's own organisation is most often the seat.
    const seat = person.organisation === body.organisation ? person.title.slice(0, 100) : '';
    void onChange(({ members, order }) => ({ members: [...members, { personId: person.id, seat, rank: order === 'rank' ? members.length + 1 : null, voting: true, since: null, until: null }] }));
  };
  const addNew = async (name: string) => {
    const card = newPersonCard(name);
    if (await putPerson(parts, card)) add({ id: card.id, name, organisation: '', title: '' });
  };
  const nameOf = ({ member, person }: Row): string => (person ? person.name || t('unnamed') : people ? `${member.seat}${t('member.gone')}` : '');
  const problemOf = ({ member, index }: Row): string | null =>
    wrong.has(`${index} since`) || wrong.has(`${index} until`) ? t('day.wrong') : isBackwards(member) ? t('day.backwards') : null;

  return (
    <div className="members">
      <div className="directory-head">
        <PersonPicker label={t('member.add')} without={without} onPick={add} onNew={(name) => void addNew(name)} />
        <Segments label={t('member.order')} options={orders.map((value) => ({ value, label: t(`order.${value}`) }))} value={body.order} onChange={(order) => void onChange({ order })} />
      </div>
      <datalist id={`${id}-seats`}>
        {bodyPresets[body.region].seats.map((seat) => (
          <option key={seat} value={toScript(seat, body.script, body.region)} />
        ))}
      </datalist>
      {rows.length === 0 ? (
        <div className="pane-state">
          <p className="pane-state-title">{t('member.none')}</p>
          <p>{t('member.hint')}</p>
        </div>
      ) : (
        <>
          <div className="member-row member-heads" aria-hidden>
            {(['person', 'seat', 'rank', 'voting', 'since', 'until'] as const).map((name) => (
              <span key={name}>{t(`member.${name}`)}</span>
            ))}
          </div>
          <VirtualList items={rows} keyOf={({ member, index }) => `${member.personId} ${index}`} sizeOf={(row) => (problemOf(row) === null ? 34 : 54)} className="member-rows" role="list" aria-label={t('body.members')}>
            {(row, at) => {
              const { member, index, person } = row;
              const name = nameOf(row);
              const label = (field: 'seat' | 'rank' | 'voting' | 'since' | 'until') => t('member.of', { name, field: t(`member.${field}`) });
              const problem = problemOf(row);
              return (
                <div role="listitem" aria-label={name}>
                  <div className="member-row" data-over={member.until !== null || undefined}>
                    <span className="member-name" title={person ? `${name} ${person.organisation} ${person.title}` : name}>
                      {name}
                    </span>
                    <CommitField label={label('seat')} value={member.seat} maxLength={100} list={`${id}-seats`} onCommit={(seat) => change(index, { seat })} />
                    <CommitField className="tabular" label={label('rank')} value={String(member.rank ?? '')} maxLength={5} onCommit={(typed) => change(index, { rank: /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : null })} />
                    <input type="checkbox" aria-label={label('voting')} checked={member.voting} onChange={(event) => change(index, { voting: event.target.checked })} />
                    <DayField label={label('since')} value={member.since} onCommit={(since) => change(index, { since })} onWrong={mark(`${index} since`)} />
                    <DayField label={label('until')} value={member.until} placeholder={t('post.now')} onCommit={(until) => change(index, { until })} onWrong={mark(`${index} until`)} />
                    <span className="member-acts">
                      {body.order === 'hand' && (
                        <>
                          <button type="button" className="icon-button small" disabled={at === 0} aria-label={t('member.up', { name })} onClick={() => move(row, -1)}>
                            <ArrowUp />
                          </button>
                          <button type="button" className="icon-button small" disabled={at === rows.length - 1} aria-label={t('member.down', { name })} onClick={() => move(row, 1)}>
                            <ArrowDown />
                          </button>
                        </>
                      )}
                      <button type="button" className="icon-button small" aria-label={t('member.remove', { name })} onClick={() => void dropMember(parts, onChange, row, name)}>
                        <X />
                      </button>
                    </span>
                  </div>
                  {problem !== null && (
                    <p role="alert" className="field-wrong">
                      {problem}
                    </p>
                  )}
                </div>
              );
            }}
          </VirtualList>
        </>
      )}
    </div>
  );
}

/** Every seat in the order of the body, those of before too. */
function rowsOf({ members, order, script }: BodyCard, people: ReadonlyMap<string, PersonLine> | null): Row[] {
  const rows = members.map((member, index): Row => ({ member, index, person: people?.get(member.personId) ?? null }));
  if (order === 'rank') return rows.sort((one, other) => (one.member.rank ?? 1e6) - (other.member.rank ?? 1e6));
  return order === 'strokes' ? rows.sort((one, other) => compareByStrokes(one.person?.name ?? '', other.person?.name ?? '', script)) : rows;
}
