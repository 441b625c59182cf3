'use client';

import { Carried } from '@/app/carried';
import { LabFields, NEW_LAB_VALUES } from '@/app/lab-fields';
import type { ZoneGroup } from '@/app/time-zones';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { makeFirstHost } from './actions';

/** The host's account, the lab, and how long a turn's phases take. Under `id` they are made once. */
export function FirstRunForm({ id, zones }: { id: string; zones: ZoneGroup[] }) {
  const { state, pending, form, field } = useForm(makeFirstHost, { values: NEW_LAB_VALUES });
  return (
    <form {...form}>
      <section className="first-part">
        <h2>You, the host</h2>
        <div className="fields-2">
          <TextField {...field('name')} label="Your name" autoComplete="name" required />
          <TextField {...field('email')} label="Email" type="email" autoComplete="email" required />
          <TextField
            {...field('password')}
            label="Password"
            hint="Twelve characters or more. A short sentence is fine."
            type="password"
            autoComplete="new-password"
            fieldClassName="whole"
            required
          />
        </div>
      </section>
      <LabFields field={field} zones={zones} />
      <div className="first-part pb-0">
        {state.message && (
          <Notice tone="fault" className="mb-4">
            {state.message}
          </Notice>
        )}
        <div className="row wrap">
          <SubmitButton variant="ink" pending={pending}>
            Make the account and the lab
          </SubmitButton>
          <span className="meta">You can invite a second host next.</span>
        </div>
      </div>
      <Carried id={id} />
    </form>
  );
}
