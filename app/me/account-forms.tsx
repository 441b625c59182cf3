'use client';

import { useForm } from '@/app/use-form';
import type { Theme } from '@/app/theme';
import type { ZoneGroup } from '@/app/time-zones';
import { ZoneOptions } from '@/app/zone-options';
import { Choices } from '@/ui/choices';
import { SelectField, TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { zonePlace } from '@/ui/zone-place';
import { useHydrated } from '@/ui/use-hydrated';
import { deviceZone } from '@/ui/viewer';
import { Who } from '@/ui/who';
import { useState, type ChangeEvent, type FormEvent } from 'react';
import { changePassword, chooseHere, saveProfile } from './actions';
import { OwnPassword } from './own-password';

interface ProfileFormProps {
  name: string;
  /** What stands on the badge; empty where it is made of the name. */
  initials: string;
  /** The zone that was chosen; empty where each device's own counts. */
  zone: string;
  zones: ZoneGroup[];
}

/** The name that others see, with the badge that is made of it, and the clock of all devices and of mail. */
export function ProfileForm({ name, initials, zone, zones }: ProfileFormProps) {
  const { state, pending, form, field } = useForm<true>(saveProfile, { values: { name, initials, zone } });
  const [typed, setTyped] = useState({ name, initials });
  const type = (event: ChangeEvent<HTMLInputElement>) =>
    setTyped((before) => ({ ...before, [event.target.name]: event.target.value }));
  const here = useHydrated();
  const own = here ? ` (${zonePlace(deviceZone())})` : '';
  return (
    <form {...form}>
      <div className="fields-2 mt-0">
        <TextField {...field('name')} label="Name" autoComplete="name" dir="auto" required onChange={type} />
        <SelectField {...field('zone')} label="Time zone" note="Times are told on this clock, in mail too.">
          <option value="">Like the device{own}</option>
          <ZoneOptions groups={zones} chosen={zone} />
        </SelectField>
        <TextField
          {...field('initials')}
          label="Initials on your badge"
          note="Left empty, it is made of the name."
          maxLength={12}
          autoComplete="off"
          dir="auto"
          onChange={type}
        />
        <p className="row gap-3 self-center" aria-hidden>
          <Who name={typed.name} badge={typed.initials.trim() || null} silent />
          <span className="meta">Your badge</span>
        </p>
      </div>
      <div className="row wrap mt-5">
        <SubmitButton pending={pending}>Save</SubmitButton>
        <span role="status">{!pending && (state.message ?? (state.done && 'Saved.'))}</span>
      </div>
    </form>
  );
}

/** A new password, given the old one where there is one. */
export function PasswordChange({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { state, pending, form, field } = useForm<true>(changePassword);
  return (
    <form key={state.done ? 'done' : 'open'} {...form}>
      {state.done && (
        <Notice tone="ok" className="mb-4">
          The password is changed. Every other sign-in has ended.
        </Notice>
      )}
      {state.message && (
        <Notice tone="fault" className="mb-4">
          {state.message}
        </Notice>
      )}
      <div className="fields-2 mt-0">
        {hasPassword && <OwnPassword {...field('oldPassword')} label="The one you have" />}
        <TextField
          {...field('newPassword')}
          label="The new one"
          note="Twelve characters or more. A short sentence is fine."
          type="password"
          autoComplete="new-password"
          required
        />
      </div>
      <div className="row wrap mt-[14px] gap-3">
        <SubmitButton variant="ink" pending={pending}>
          {hasPassword ? 'Change it' : 'Set it'}
        </SubmitButton>
        <span className="meta">Every other sign-in ends.</span>
      </div>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </form>
  );
}

/** The theme, kept for this device; a choice saves itself. */
export function ThemeForm({ theme }: { theme: Theme }) {
  const { state, form } = useForm<true>(chooseHere);
  const save = (event: FormEvent<HTMLFormElement>) => event.currentTarget.requestSubmit();
  return (
    <form {...form} onChange={save} className="grid gap-[12px]">
      <Choices
        legend="Theme"
        name="theme"
        defaultValue={theme}
        error={state.errors?.theme}
        options={[
          { value: 'system', label: 'Like the device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <noscript>
        <button className="btn">Save</button>
      </noscript>
      <p className="meta" role="status">
        {state.message ?? (state.done && 'Saved.')}
      </p>
    </form>
  );
}
