'use client';

import { startTransition, useState, type FormEvent } from 'react';
import type { FormState } from '@/app/form-state';
import { UNREACHED } from '@/app/reached';
import type { Call } from '@/app/sessions/[id]/live/notices/calls';
import { useNoticesWanted } from '@/app/sessions/[id]/live/notices/wanted';
import { useAction } from '@/app/use-action';
import type { PersonsKind } from '@/domain/mail/kinds';
import { MAIL_NAMES, MAIL_ORDER } from '@/domain/mail/names';
import { Switch } from '@/ui/toggles';
import { chooseMailKinds } from './mail-actions';

const CALLS: Record<Call, { name: string; when: string }> = {
  open: { name: 'The room opens', when: 'while you look at something else' },
  next: { name: 'You are next', when: 'while the room is live' },
};

interface NotificationsProps {
  userId: string;
  choices: Record<PersonsKind, boolean>;
}

/** A switch for each kind, for mail or for this device; each saves itself. */
export function Notifications({ userId, choices }: NotificationsProps) {
  const [state, submit] = useAction<FormState<true>, FormData>(chooseMailKinds, {}, () => ({ message: UNREACHED }));
  const [wanted, turn] = useNoticesWanted(userId);
  const [refused, setRefused] = useState(false);
  // One save follows the other: a switch that is pressed while another is saved counts too.
  const save = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget);
    startTransition(() => submit(data));
  };
  return (
    <form action={submit} onChange={save}>
      <table className="kinds-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Mail</th>
            <th scope="col">This device</th>
          </tr>
        </thead>
        <tbody>
          {MAIL_ORDER.map((kind) => (
            <tr key={kind}>
              <Kind {...MAIL_NAMES[kind]} />
              <td>
                <Switch name={kind} defaultChecked={choices[kind]} aria-label={`${MAIL_NAMES[kind].name}, by mail`} />
              </td>
              <td className="meta">never</td>
            </tr>
          ))}
          {(Object.keys(CALLS) as Call[]).map((call) => (
            <tr key={call}>
              <Kind {...CALLS[call]} />
              <td className="meta">never</td>
              <td>
                <Switch
                  checked={wanted[call]}
                  aria-label={`${CALLS[call].name}, on this device`}
                  onChange={(event) => {
                    // It is this device's, and no part of what is saved by mail.
                    event.stopPropagation();
                    void turn({ [call]: event.target.checked }).then((now) => setRefused(now === 'refused'));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <noscript>
        <button className="btn mt-4">Save</button>
      </noscript>
      <p className="meta mt-2" role="status">
        {refused
          ? 'This browser does not allow it. Its settings for this site say so.'
          : (state.message ?? (state.done && 'Saved.'))}
      </p>
    </form>
  );
}

function Kind({ name, when }: { name: string; when: string }) {
  return (
    <th scope="row">
      <span className="b">{name}</span>
      <span className="meta block">{when}</span>
    </th>
  );
}
