import type { ComponentProps } from 'react';
import clsx from 'clsx';
import { Field, type FieldWords } from './field';
import { Textarea } from './textarea';

/** A line to write on. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={clsx('input', className)} />;
}

/** A native list to choose from. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={clsx('input', className)} />;
}

type Worded<T> = FieldWords & T & { fieldClassName?: string };

/** An `Input` with its label, hint, note and error. */
export function TextField(props: Worded<ComponentProps<'input'>>) {
  const { label, hint, note, error, fieldClassName, id, ...rest } = props;
  return (
    <Field {...{ label, hint, note, error, id }} className={fieldClassName}>
      {(control) => <Input {...rest} {...control} />}
    </Field>
  );
}

/** A `Textarea` with its label, hint, note and error. */
export function TextareaField(props: Worded<ComponentProps<typeof Textarea>>) {
  const { label, hint, note, error, fieldClassName, id, ...rest } = props;
  return (
    <Field {...{ label, hint, note, error, id }} className={fieldClassName}>
      {(control) => <Textarea {...rest} {...control} />}
    </Field>
  );
}

/** A `Select` with its label, hint, note and error. */
export function SelectField(props: Worded<ComponentProps<'select'>>) {
  const { label, hint, note, error, fieldClassName, id, ...rest } = props;
  return (
    <Field {...{ label, hint, note, error, id }} className={fieldClassName}>
      {(control) => <Select {...rest} {...control} />}
    </Field>
  );
}
