'use client';

import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { deleteAccount } from './leaving-actions';
import { OwnPassword } from './own-password';

interface DeleteAccountProps {
  email: string;
  hasPassword: boolean;
  /** The labs that have no other host. */
  holds: { slug: string; name: string }[];
}

/** The way out. It says first what stays, what goes, and what has to be settled. */
export function DeleteAccount({ email, hasPassword, holds }: DeleteAccountProps) {
  const { state, pending, form, field } = useForm(deleteAccount);
  return (
    <section className="set" id="leave">
      <div>
        <h2>Delete my account</h2>
      </div>
      <div>
        <p className="soft">
          Your name and your email leave every lab at once; what you said stays as “a former member”, so that the others
          keep what they were told. You are signed out everywhere, and have fourteen days to change your mind: signing
          in again brings your places back; links that you made stay closed. After that your account, notes and drafts
          are gone for good.
        </p>
        {holds.length > 0 ? (
          <div className="mt-4">
            <Notice tone="now" icon={null}>
              Nobody else is a host there. Make somebody else a host, put the lab away, or delete it; then come back.
            </Notice>
            <ul className="list mt-3">
              {holds.map(({ slug, name }) => (
                <li key={slug} className="row wrap between py-2">
                  <b>{name}</b>
                  <span className="row wrap">
                    <Link className="reach" href={`/labs/${slug}/members`}>
                      Hand it over
                    </Link>
                    <Link className="reach" href={`/labs/${slug}/settings/data#delete`}>
                      Delete it
                    </Link>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <form {...form} className="mt-4 grid max-w-[360px] justify-items-start gap-4">
            {state.message && <Notice tone="fault">{state.message}</Notice>}
            <TextField
              {...field('email')}
              label="Type your email to go on"
              placeholder={email}
              type="email"
              autoComplete="off"
              fieldClassName="w-full"
              required
            />
            {hasPassword && <OwnPassword {...field('password')} fieldClassName="w-full" />}
            <SubmitButton pending={pending}>Delete my account</SubmitButton>
          </form>
        )}
      </div>
    </section>
  );
}
