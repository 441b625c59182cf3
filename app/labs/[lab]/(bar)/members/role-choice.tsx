'use client';

import { useEffect, useRef } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { ROLES, type Role } from '@/domain/vocabulary';
import { FieldError } from '@/ui/field';
import { Select } from '@/ui/input';
import { giveRole } from './actions';

interface RoleChoiceProps {
  slug: string;
  memberId: string;
  name: string;
  role: Role;
}

const WORDS: Record<Role, string> = { host: 'Host', rep: 'Rep', observer: 'Observer' };

/** A member's role; choosing another one saves it. */
export function RoleChoice({ slug, memberId, name, role }: RoleChoiceProps) {
  const { state, pending, form } = useForm(giveRole);
  const select = useRef<HTMLSelectElement>(null);
  // What the server holds is shown again after a refusal, and after another host's change; the focus stays.
  useEffect(() => {
    if (select.current) select.current.value = role;
  }, [role, state]);
  return (
    <form {...form}>
      <Select
        ref={select}
        name="role"
        className="role"
        aria-label={`Role of ${name}`}
        defaultValue={role}
        aria-busy={pending}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {WORDS[one]}
          </option>
        ))}
      </Select>
      <noscript>
        <button className="btn sm plain">Save</button>
      </noscript>
      {state.message && (
        <div role="alert">
          <FieldError>{state.message}</FieldError>
        </div>
      )}
      <Carried slug={slug} memberId={memberId} />
    </form>
  );
}
