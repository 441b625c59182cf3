import { useId, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import clsx from 'clsx';
import { Icon } from './icon';

export interface FieldWords {
  label: ReactNode;
  /** Above the control: what to write. */
  hint?: ReactNode;
  /** Below the control: what follows from it. */
  note?: ReactNode;
  /** What is wrong and what would mend it. */
  error?: string | undefined | null;
}

export interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

interface FieldProps extends FieldWords {
  className?: string | undefined;
  id?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** What a field lacks, with the sign that goes with it. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="err" id={id}>
      <Icon as={TriangleAlert} />
      <span>{children}</span>
    </span>
  );
}

/** Label, hint, control, note and error, tied together for those who listen. */
export function Field({ label, hint, note, error, className, id, children }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, note && `${control}-note`, error && `${control}-err`];
  return (
    <div className={clsx('field', className)}>
      <label className="label" htmlFor={control}>
        {label}
      </label>
      {hint && (
        <p className="hint meta" id={`${control}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id: control,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      })}
      {note && (
        <p className="note meta" id={`${control}-note`}>
          {note}
        </p>
      )}
      {error && <FieldError id={`${control}-err`}>{error}</FieldError>}
    </div>
  );
}
