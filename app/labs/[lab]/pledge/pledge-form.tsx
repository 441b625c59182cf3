'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { Checkbox } from '@/ui/toggles';
import { agree } from './actions';

interface PledgeFormProps {
  slug: string;
  next: string;
  pledge: string;
}

/** The words of the pledge, and one's agreement. */
export function PledgeForm({ slug, next, pledge }: PledgeFormProps) {
  const { state, pending, form } = useForm(agree);
  return (
    <form {...form} className="stack mt-[34px]">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <Checkbox
        name="agreed"
        value="yes"
        label={<span className="voice text-5">{pledge}</span>}
        detail="I agree, for every session and after it."
        error={state.errors?.agreed}
      />
      <SubmitButton variant="ink" wide pending={pending}>
        Go on
      </SubmitButton>
      <Carried slug={slug} next={next} words={pledge} />
    </form>
  );
}
