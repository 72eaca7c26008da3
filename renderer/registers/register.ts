/** A register as the window shows it: pages that come as they are scrolled to, and what there is to choose from. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Register } from '#shared/registers/entries.ts';
import { noRegisterFilters, type RegisterFacets, type RegisterFilters, type SortKey } from '#shared/registers/query.ts';
import type { AnyLine } from '#shared/registers/rows.ts';
import type { AppError } from '#shared/result.ts';
import { today } from '../app/today.ts';
import type { Client } from '../rpc/client.ts';

export interface RegisterOrder {
  by: SortKey;
  down: boolean;
}

export interface RegisterAsked {
  register: Register;
  filters: RegisterFilters;
  /** null = newest meeting first. */
  order: RegisterOrder | null;
}

export interface RegisterState {
  kind: 'loading' | 'ready' | 'failed';
  total: number;
  lineAt(index: number): AnyLine | undefined;
  indexing: { indexed: number; total: number } | null;
  error: AppError | null;
}

interface Answer {
  asked: RegisterAsked | null;
  total: number;
  pages: ReadonlyMap<number, readonly AnyLine[]>;
  indexing: RegisterState['indexing'];
  error: AppError | null;
}

/** Lines that are read at a time. */
const page = 100;
/** Before a query that is typed is asked, and before an unfinished one is asked again. Milliseconds. */
const rest = { asking: 120, again: 700 };

const nothing: Answer = { asked: null, total: 0, pages: new Map(), indexing: null, error: null };

export const isNarrowed = (filters: RegisterFilters): boolean => JSON.stringify(filters) !== JSON.stringify(noRegisterFilters);

/** What is sent of it: lists that the contract takes as they are. */
const narrowedBy = ({ register, filters }: Pick<RegisterAsked, 'register' | 'filters'>) => ({
  register,
  filters: {
    ...filters,
    bodies: [...filters.bodies], organisations: [...filters.organisations], outcomes: [...filters.outcomes],
    matterKinds: [...filters.matterKinds], states: [...filters.states], owners: [...filters.owners],
  },
  today: today(),
});
export const requestOf = (asked: RegisterAsked) => ({ ...narrowedBy(asked), order: asked.order });

/** The answer to what is asked; read again whenever `version` changes. The last one stays in sight until the next is there. */
export function useRegister(client: Client, asked: RegisterAsked, version: unknown): RegisterState & { want(index: number): void; again(): void } {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const [turn, setTurn] = useState(0);
  const reading = useRef(new Set<number>());

  useEffect(() => {
    let isLate = false;
    let timer: ReturnType<typeof setTimeout>;
    reading.current.clear();
    const ask = async () => {
      const found = await client.store.registers.query({ ...requestOf(asked), offset: 0, limit: page });
      if (isLate) return;
      if (!found.ok) return setAnswer({ ...nothing, asked, error: found.error });
      const { total, lines, indexing } = found.value;
      setAnswer({ asked, total, pages: new Map([[0, lines]]), indexing, error: null });
      if (indexing) timer = setTimeout(() => void ask(), rest.again);
    };
    timer = setTimeout(() => void ask(), asked.filters.query === '' ? 0 : rest.asking);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [client, asked, version, turn]);

  const { pages, total } = answer;
  const want = useCallback(
    (index: number) => {
      const at = Math.floor(index / page);
      if (answer.asked !== asked || pages.has(at) || reading.current.has(at)) return;
      reading.current.add(at);
      void client.store.registers.query({ ...requestOf(asked), offset: at * page, limit: page }).then((found) => {
        reading.current.delete(at);
        if (found.ok) setAnswer((now) => (now.asked === asked && now.total === found.value.total ? { ...now, pages: new Map([...now.pages, [at, found.value.lines]]) } : now));
      });
    },
    [client, asked, answer.asked, pages],
  );
  const lineAt = useCallback((index: number) => pages.get(Math.floor(index / page))?.[index % page], [pages]);
  return {
    kind: answer.error ? 'failed' : answer.asked === null || answer.asked.register !== asked.register ? 'loading' : 'ready',
    total,
    lineAt,
    indexing: answer.indexing,
    error: answer.error,
    want,
    again: () => setTurn((now) => now + 1),
  };
}

/** What there is to choose from, as the other filters leave it. */
export function useRegisterFacets(client: Client, register: Register, filters: RegisterFilters, version: unknown): RegisterFacets | null {
  const [facets, setFacets] = useState<{ of: string; value: RegisterFacets } | null>(null);
  useEffect(() => {
    let isLate = false;
    void client.store.registers.facets(narrowedBy({ register, filters })).then((answer) => answer.ok && !isLate && setFacets({ of: register, value: answer.value }));
    return () => {
      isLate = true;
    };
  }, [client, register, filters, version]);
  return facets?.of === register ? facets.value : null;
}
