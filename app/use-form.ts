'use client';

import { startTransition, useEffect, useRef, type FormEvent } from 'react';
import { kept, typedIn, type FormState } from './form-state';
import { UNREACHED } from './reached';
import { useAction } from './use-action';

type Action<Done> = (state: FormState<Done>, form: FormData) => Promise<FormState<Done>>;

/** Gives the focus to the first field of a form that is wrong, or to the first of choices none of which was made. */
export function focusOnWrong(form: HTMLFormElement | null): void {
  form
    ?.querySelector<HTMLElement>('[aria-invalid="true"]:not([role="radiogroup"]), fieldset:has(> .err) input')
    ?.focus();
}

/**
 * A form that posts to a server action: without scripts as a plain form, with them so that nothing typed is lost and
 * the first field that is wrong gets the focus, and a lost connection is said in its `message`; `backAt` is as `useAction` has it. Spread `form` on the `<form>`, and `field(name)` on each field.
 */
export function useForm<Done = undefined>(action: Action<Done>, initial: FormState<Done> = {}, backAt?: string) {
  const [state, submit, pending] = useAction(action, initial, unreached, backAt);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.errors) focusOnWrong(ref.current);
  }, [state]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    // React would empty the form after its action; what was typed stays instead.
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => submit(data));
  };
  return {
    state,
    pending,
    form: { ref, action: submit, onSubmit, noValidate: true },
    field: (name: string) => ({ name, defaultValue: state.values?.[name], error: state.errors?.[name] }),
  };
}

function unreached(_: unknown, form: FormData) {
  return { values: kept(typedIn(form)), message: UNREACHED };
}
