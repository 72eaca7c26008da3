import { type SelectHTMLAttributes, useState } from 'react';

type PickProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & { value: string; onPick(value: string): void };

/** A choice that shows what was picked at once: the roster comes back a moment later, and arrow keys do not wait for it. */
export function Pick({ value, onPick, ...rest }: PickProps) {
  const [shown, setShown] = useState({ value, from: value });
  if (shown.from !== value) setShown({ value, from: value });
  return (
    <select
      {...rest}
      value={shown.value}
      onChange={(event) => {
        setShown({ value: event.target.value, from: value });
        onPick(event.target.value);
      }}
    />
  );
}
