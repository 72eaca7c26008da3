/** 版面 to choose from: the program's, then her own. */
import { useEffect, useMemo, useState } from 'react';
import { layouts } from '#shared/layouts/index.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { layoutOfOwn } from '#shared/layouts/own.ts';
import { useParts } from '../app/context.ts';

export function useLayouts(): readonly LayoutProfile[] {
  const { client } = useParts();
  const [own, setOwn] = useState<readonly LayoutProfile[]>([]);
  useEffect(() => {
    let isLate = false;
    void client.store.layouts.list().then((answer) => {
      if (answer.ok && !isLate) setOwn(answer.value.map(layoutOfOwn));
    });
    return () => {
      isLate = true;
    };
  }, [client]);
  return useMemo(() => [...Object.values(layouts), ...own], [own]);
}
