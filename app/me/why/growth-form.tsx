'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import type { GrowthEntry } from '@/db/why';
import { LIMITS } from '@/domain/vocabulary';
import type { GrowthCheck } from '@/domain/why';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { updateLine } from './actions';

interface GrowthFormProps {
  check: GrowthCheck;
  entry: GrowthEntry | undefined;
  onDone: () => void;
}

/** One line of the growth log, with its day, a link, and for a certification until when it holds. */
export function GrowthForm({ check, entry, onDone }: GrowthFormProps) {
  const { state, pending, form, field } = useForm<number>(updateLine, {
    values: {
      body: entry?.body ?? '',
      on: entry?.on ?? '',
      link: entry?.link ?? '',
      expiresOn: entry?.expiresOn ?? '',
    },
  });
  const [seen, setSeen] = useState<number>();
  if (state.done !== undefined && state.done !== seen) {
    setSeen(state.done);
    onDone();
  }
  return (
    <form {...form}>
      <input type="hidden" name="check" value={check} />
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField {...field('body')} label="In a line" maxLength={LIMITS.field} required />
      <div className="fields-2">
        <TextField {...field('on')} label="When" type="date" required />
        {check === 'certification' && <TextField {...field('expiresOn')} label="Valid to, if it ends" type="date" />}
      </div>
      <TextField {...field('link')} label="Link, if there is one" type="url" inputMode="url" />
      <div className="dialog-foot">
        <SubmitButton pending={pending}>Keep it</SubmitButton>
      </div>
    </form>
  );
}
