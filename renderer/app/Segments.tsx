import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useId } from 'react';

interface SegmentsProps<Value extends string> {
  label: string;
  /** Whether the label is read to the user but not shown. */
  bare?: boolean;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange(value: NoInfer<Value>): void;
}

/** One of a few, side by side. */
export function Segments<Value extends string>({ label, bare, options, value, onChange }: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div className={bare ? 'segments-field bare' : 'segments-field'}>
      <span id={id} className={bare ? 'visually-hidden' : 'form-label'}>
        {label}
      </span>
      <ToggleGroup className="segments" aria-labelledby={id} value={[value]} onValueChange={([next]) => next && onChange(next as Value)}>
        {options.map((option) => (
          <Toggle key={option.value} value={option.value} className="segment">
            {option.label}
          </Toggle>
        ))}
      </ToggleGroup>
    </div>
  );
}
