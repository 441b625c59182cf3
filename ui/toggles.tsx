import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldError } from './field';

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  /** Its name, for a switch that stands beside its own words. */
  'aria-label'?: string;
}

/** On or off, at once. A native checkbox that says it is a switch. */
export function Switch({ className, ...rest }: SwitchProps) {
  return <input {...rest} type="checkbox" role="switch" className={`sw ${className ?? ''}`} />;
}

interface SwitchFieldProps extends SwitchProps {
  label: ReactNode;
  detail?: ReactNode;
}

/** A switch, its label, and what it does in a sentence. */
export function SwitchField({ label, detail, id, ...rest }: SwitchFieldProps) {
  const made = useId();
  const control = id ?? made;
  return (
    <div className="flex items-start gap-[14px]">
      <Switch {...rest} id={control} aria-describedby={detail ? `${control}-detail` : undefined} />
      <div className="pt-[10px]">
        <label htmlFor={control} className="row cursor-pointer gap-[7px] font-[650]">
          {label}
        </label>
        {detail && (
          <p className="meta" id={`${control}-detail`}>
            {detail}
          </p>
        )}
      </div>
    </div>
  );
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  detail?: ReactNode;
  error?: string | undefined | null;
  /** The id of the sentence that says what is wrong, where it is about several of them together. */
  errorId?: string | undefined;
}

/** Agreed or not, with the words agreed to. */
export function Checkbox({ label, detail, error, errorId, ...rest }: CheckboxProps) {
  const id = useId();
  const wrong = error ? `${id}-err` : errorId;
  return (
    <div>
      <label className="check">
        <input {...rest} type="checkbox" aria-invalid={wrong ? true : undefined} aria-describedby={wrong} />
        <span>
          {label}
          {detail && <span className="meta block">{detail}</span>}
        </span>
      </label>
      {error && <FieldError id={`${id}-err`}>{error}</FieldError>}
    </div>
  );
}
