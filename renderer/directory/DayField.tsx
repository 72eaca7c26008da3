import { useState } from 'react';
import { readDay } from '#shared/directory/day-reading.ts';
import { CommitField } from './CommitField.tsx';

interface DayFieldProps {
  value: string | null;
  label: string;
  placeholder?: string;
  onCommit(day: string | null): void;
  /** Hears whether what stands in the field is a day. */
  onWrong(isWrong: boolean): void;
}

/** A day as she writes it; what is no day stays in the field, is marked, and is not kept. */
export function DayField({ value, label, placeholder, onCommit, onWrong }: DayFieldProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const commit = (typed: string) => {
    const day = readDay(typed);
    const isWrong = day === undefined;
    setWrong(isWrong ? typed : null);
    onWrong(isWrong);
    if (day !== undefined && day !== value) onCommit(day);
  };
  return <CommitField className="day-field tabular" value={wrong ?? value ?? ''} label={label} maxLength={40} placeholder={placeholder} invalid={wrong !== null} onCommit={commit} />;
}
