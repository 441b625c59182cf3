'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextareaField, TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { ask } from './actions';

/** A few words to the hosts. */
export function AskForm({ slug, answered }: { slug: string; answered: string }) {
  const { state, pending, form, field } = useForm<string>(ask);
  if (state.done) {
    return (
      <div role="status">
        <h3>The hosts have it</h3>
        <p className="soft mt-[10px]">
          {answered} {state.done}.
        </p>
      </div>
    );
  }
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <div className="fields-2">
        <TextField {...field('name')} label="Your name" autoComplete="name" required />
        <TextField {...field('email')} label="Email" type="email" autoComplete="email" required />
      </div>
      <TextField {...field('sells')} label="What do you sell, and to whom?" className="says" required />
      <TextareaField
        {...field('deal')}
        label="The deal you would bring first"
        hint="Two sentences. No company names needed."
        rows={3}
        required
      />
      <div>
        <SubmitButton variant="ink" pending={pending}>
          Send to the hosts
        </SubmitButton>
      </div>
      <Carried slug={slug} />
    </form>
  );
}
