import { useId, type ReactNode } from 'react';
import clsx from 'clsx';
import { FieldError } from './field';

export interface Option<V extends string> {
  value: V;
  label: ReactNode;
  icon?: ReactNode;
  /** A sentence under the label; drawn by `cards` alone. */
  detail?: ReactNode;
  disabled?: boolean;
}

export interface ChoicesProps<V extends string> {
  options: readonly Option<V>[];
  /** What is chosen among; seen unless `hideLegend`. */
  legend: ReactNode;
  hideLegend?: boolean;
  look?: 'seg' | 'kinds' | 'scale' | 'cards' | 'buttons';
  /** For a form; made up where none is needed. */
  name?: string | undefined;
  value?: V | null | undefined;
  defaultValue?: V | undefined;
  onChange?: ((value: V) => void) | undefined;
  disabled?: boolean | undefined;
  error?: string | undefined | null;
  className?: string | undefined;
}

/**
 * One of few, as a native radio group: arrows move, forms post it, screen readers count it.
 * Controlled with `value` (null: none yet) and `onChange`, or left to a form with `defaultValue`.
 */
export function Choices<V extends string>({
  options,
  legend,
  hideLegend,
  look = 'seg',
  name,
  value,
  defaultValue,
  onChange,
  disabled,
  error,
  className,
}: ChoicesProps<V>) {
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      className="field"
      disabled={disabled}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-err` : undefined}
    >
      <legend className={hideLegend ? 'sr' : 'label mb-[6px]'}>{legend}</legend>
      <div className={clsx(look, className)}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              className="cover"
              name={name ?? id}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
            />
            {look === 'cards' ? (
              <>
                <span className="ti">
                  {option.icon}
                  {option.label}
                </span>
                <span className="meta">{option.detail}</span>
              </>
            ) : (
              <>
                {option.icon}
                {option.label}
              </>
            )}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-err`}>{error}</FieldError>}
    </fieldset>
  );
}
