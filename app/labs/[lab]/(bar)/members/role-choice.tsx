'use client';

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
  return (
    <form {...form}>
      <Select
        // What the server holds is shown again after a refusal.
        key={`${role} ${state.message ?? ''}`}
        name="role"
        className="role"
        aria-label={`Role of ${name}`}
        defaultValue={role}
        disabled={pending}
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
