import { useEffect, useState } from 'react';
import { type PersonCard, sameKey } from '#shared/directory/person.ts';
import type { Client } from '../rpc/client.ts';
import { useDirectoryChanges } from './changes.ts';

/** How many others there are of a person's name. */
export function useNamesakes(client: Client, { id, name }: PersonCard): number {
  const changes = useDirectoryChanges();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isOver = false;
    const query = name.trim();
    void (query === '' ? Promise.resolve(null) : client.store.people.list({ query, limit: 50 })).then((answer) => {
      if (isOver) return;
      setCount(answer?.ok ? answer.value.people.filter((other) => other.id !== id && sameKey(other.name) === sameKey(query)).length : 0);
    });
    return () => {
      isOver = true;
    };
  }, [client, id, name, changes]);
  return count;
}
