'use client';

import { useForm } from '@/app/use-form';
import type { Theme } from '@/app/theme';
import type { ZoneGroup } from '@/app/time-zones';
import { ZoneOptions } from '@/app/zone-options';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { ConfirmDialog } from '@/ui/dialog';
import { SelectField, TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { zonePlace } from '@/ui/time-text';
import { useHydrated } from '@/ui/use-hydrated';
import { startTransition, type FormEvent } from 'react';
import { changePassword, chooseHere, rename, signOutEverywhere } from './actions';

/** The name that others see, beside the email that signs in. */
export function NameForm({ name, email }: { name: string; email: string }) {
  const { state, pending, form, field } = useForm<true>(rename, { values: { name } });
  return (
    <form {...form}>
      <div className="fields-2 mt-0">
        <TextField {...field('name')} label="Name" autoComplete="name" required />
        <div className="field">
          <p className="label">Email</p>
          <p className="mt-[10px] break-words">{email}</p>
          <p className="note meta mt-2">You sign in with it. Only hosts see it.</p>
        </div>
      </div>
      <Saving pending={pending} saved={state.done}>
        Save the name
      </Saving>
    </form>
  );
}

/** A new password, given the old one. */
export function PasswordChange({ email }: { email: string }) {
  const { state, pending, form, field } = useForm<true>(changePassword);
  return (
    <form key={state.done ? 'done' : 'open'} {...form}>
      {state.done && (
        <Notice tone="ok" className="mb-4">
          The password is changed. Every other device is signed out.
        </Notice>
      )}
      <div className="fields-2 mt-0">
        <TextField
          {...field('oldPassword')}
          label="Password now"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          {...field('newPassword')}
          label="New password"
          note="Twelve characters or more. A short sentence is fine."
          type="password"
          autoComplete="new-password"
          required
        />
      </div>
      <SubmitButton pending={pending} className="mt-5">
        Change the password
      </SubmitButton>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </form>
  );
}

interface DeviceFormProps {
  theme: Theme;
  /** The zone that was chosen; empty where the device's own counts. */
  zone: string;
  zones: ZoneGroup[];
}

/** Theme and time zone, kept for this device; a choice saves itself. */
export function DeviceForm({ theme, zone, zones }: DeviceFormProps) {
  const { state, form } = useForm<true>(chooseHere);
  const here = useHydrated();
  const own = here ? ` (${zonePlace(Intl.DateTimeFormat().resolvedOptions().timeZone)})` : '';
  const save = (event: FormEvent<HTMLFormElement>) => event.currentTarget.requestSubmit();
  return (
    <form {...form} onChange={save} className="grid gap-[18px]">
      <Choices
        legend="Theme"
        name="theme"
        defaultValue={theme}
        options={[
          { value: 'system', label: 'Like the device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <SelectField
        label="Time zone"
        name="zone"
        note="Sessions are shown on this clock. A lab’s own days are counted on the lab’s."
        fieldClassName="max-w-[460px]"
        defaultValue={zone}
      >
        <option value="">Like the device{own}</option>
        <ZoneOptions groups={zones} />
      </SelectField>
      <noscript>
        <button className="btn">Save</button>
      </noscript>
      <p className="meta" role="status">
        {state.done && 'Saved.'}
      </p>
    </form>
  );
}

/** Ends every sign-in, this one too. */
export function SignOutEverywhere() {
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      detail="On this device too, and out of any live room. You sign in again with your password."
      confirm="Sign out everywhere"
      cancel="Stay signed in"
      trigger={<Button>Sign out everywhere</Button>}
      onConfirm={() => startTransition(() => signOutEverywhere())}
    />
  );
}

function Saving({ pending, saved, children }: { pending: boolean; saved: true | undefined; children: string }) {
  return (
    <div className="row wrap mt-5">
      <SubmitButton pending={pending}>{children}</SubmitButton>
      <span role="status">{saved && !pending && 'Saved.'}</span>
    </div>
  );
}
