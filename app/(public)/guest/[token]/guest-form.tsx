'use client';

import { Ear } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Icon } from '@/ui/icon';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { Checkbox } from '@/ui/toggles';
import { listenIn } from './actions';

/** A name and the pledge: all that a guest needs. */
export function GuestForm({ token, pledge }: { token: string; pledge: string }) {
  const { state, pending, form, field } = useForm(listenIn);
  return (
    <form {...form} className="stack mt-[34px]">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField
        {...field('name')}
        label="Your name"
        hint="Everyone in the room sees it, marked as a guest."
        autoComplete="name"
        required
      />
      <Checkbox
        name="agreed"
        value="yes"
        defaultChecked={state.values?.agreed === 'yes'}
        label={<span className="voice text-5">{pledge}</span>}
        detail="I agree, for this session and after it."
        error={state.errors?.agreed}
      />
      <SubmitButton variant="now" wide pending={pending}>
        <Icon as={Ear} />
        Listen in
      </SubmitButton>
      <Carried token={token} />
    </form>
  );
}
