'use client';

import type { ChangeEvent } from 'react';
import { z } from 'zod';
import { useForm } from '@/app/use-form';
import type { GrowthEntry } from '@/db/why';
import { LIMITS } from '@/domain/vocabulary';
import type { GrowthCheck } from '@/domain/why';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { updateLine } from './actions';
import { useDraft } from './use-draft';

interface GrowthFormProps {
  userId: string;
  check: GrowthCheck;
  entry: GrowthEntry | undefined;
  onDone: () => void;
}

/** A line as its form has it. */
const typed = z.object({ body: z.string(), on: z.string(), link: z.string(), expiresOn: z.string() });
type Typed = z.infer<typeof typed>;

/** One line of the growth log, with its day, a link, and for a certification until when it holds. */
export function GrowthForm({ userId, check, entry, onDone }: GrowthFormProps) {
  const { state, pending, form } = useForm<number>(updateLine);
  const draft = useDraft<Typed>({
    key: `${userId}/growth/${check}`,
    initial: {
      body: entry?.body ?? '',
      on: entry?.on ?? '',
      link: entry?.link ?? '',
      expiresOn: entry?.expiresOn ?? '',
    },
    parse: (stored) => typed.safeParse(stored).data,
    kept: state.done !== undefined,
    onDone,
  });
  const field = (name: keyof Typed) => ({
    name,
    value: draft.value[name],
    error: state.errors?.[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => draft.set({ ...draft.value, [name]: event.target.value }),
  });
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
      <p className="meta mt-3">What you write is kept on this device until you keep it here.</p>
      <div className="dialog-foot">
        <Button variant="plain" onClick={draft.drop}>
          Leave it as it was
        </Button>
        <SubmitButton pending={pending}>Keep it</SubmitButton>
      </div>
    </form>
  );
}
