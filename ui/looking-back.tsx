import { RUNGS } from '@/domain/vocabulary';
import { Choices } from './choices';

const OPTIONS = [
  ...RUNGS.map((_, rung) => ({ value: String(rung + 1), label: String(rung + 1) })),
  { value: '0', label: 'None' },
  { value: '', label: 'Leave open' },
];

interface LookingBackProps {
  /** The rung from 1, 0 for none; undefined where it is left open. */
  value?: number | undefined;
  /** Left to its form where there is none: the field is `lookingBack`. */
  onChange?: (rung: number | undefined) => void;
  disabled?: boolean;
  error?: string | undefined;
}

/**
 * Of a deal that is over: which rung was the lowest open one when it was coached, as its rep knows by now. In a form with
 * `outcome` it is seen once an end is chosen there, or where it is wrong.
 */
export function LookingBack({ value, onChange, disabled, error }: LookingBackProps) {
  const chosen = value === undefined ? '' : String(value);
  return (
    <div className="looking-back">
      <Choices
        look="buttons"
        legend="Looking back: the lowest open rung when we coached it"
        name={onChange ? undefined : 'lookingBack'}
        options={OPTIONS}
        disabled={disabled}
        error={error}
        {...(onChange
          ? { value: chosen, onChange: (rung) => onChange(rung === '' ? undefined : Number(rung)) }
          : { defaultValue: chosen })}
      />
    </div>
  );
}
