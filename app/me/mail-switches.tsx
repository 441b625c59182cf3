'use client';

import { startTransition, useActionState, type FormEvent } from 'react';
import type { FormState } from '@/app/form-state';
import type { ChosenKind } from '@/domain/mail/kinds';
import { MAIL_NAMES, MAIL_ORDER } from '@/domain/mail/names';
import { Switch } from '@/ui/toggles';
import { chooseMailKinds } from './mail-actions';

/** A switch for each kind of mail; each saves itself. */
export function MailSwitches({ choices }: { choices: Record<ChosenKind, boolean> }) {
  const [state, submit] = useActionState<FormState<true>, FormData>(chooseMailKinds, {});
  // One save follows the other: a switch that is pressed while another is saved counts too.
  const save = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget);
    startTransition(() => submit(data));
  };
  return (
    <form action={submit} onChange={save}>
      <ul className="list">
        {MAIL_ORDER.map((kind) => (
          <li key={kind} className="row between py-[6px]">
            <div>
              <p className="b">{MAIL_NAMES[kind].name}</p>
              <p className="meta">{MAIL_NAMES[kind].when}</p>
            </div>
            <Switch name={kind} defaultChecked={choices[kind]} aria-label={`${MAIL_NAMES[kind].name}, by mail`} />
          </li>
        ))}
      </ul>
      <noscript>
        <button className="btn mt-4">Save</button>
      </noscript>
      <p className="meta mt-2" role="status">
        {state.message ?? (state.done && 'Saved.')}
      </p>
    </form>
  );
}
