'use client';

import { useForm } from '@/app/use-form';
import type { Theme } from '@/app/theme';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { ConfirmDialog } from '@/ui/dialog';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { startTransition } from 'react';
import { changePassword, chooseTheme, rename, signOutEverywhere } from './actions';

/** The name that others see. */
export function NameForm({ name }: { name: string }) {
  const { state, pending, form, field } = useForm<true>(rename, { values: { name } });
  return (
    <form {...form} className="stack">
      <TextField {...field('name')} label="Name" note="Everyone in your labs sees it." autoComplete="name" required />
      <div className="row wrap">
        <SubmitButton pending={pending}>Save the name</SubmitButton>
        {state.done && <span role="status">Saved.</span>}
      </div>
    </form>
  );
}

/** A new password, given the old one. */
export function PasswordChange({ email }: { email: string }) {
  const { state, pending, form, field } = useForm<true>(changePassword);
  return (
    <form key={state.done ? 'done' : 'open'} {...form} className="stack">
      {state.done && <Notice tone="ok">The password is changed. Every other device is signed out.</Notice>}
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
        hint="Twelve characters or more. A short sentence is fine."
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton pending={pending}>Change the password</SubmitButton>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </form>
  );
}

/** Light, dark, or as the device has it; kept for this device. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const { form } = useForm(chooseTheme);
  return (
    <form {...form} onChange={(event) => event.currentTarget.requestSubmit()}>
      <Choices
        legend="Theme of this device"
        name="theme"
        defaultValue={theme}
        options={[
          { value: 'system', label: 'As the device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <noscript>
        <button className="btn sm mt-3">Save</button>
      </noscript>
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
