'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { Outcome } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { TextareaField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { OUTCOME_OPTIONS } from '@/ui/outcomes';
import { SubmitButton } from '@/ui/submit-button';
import { recordOutcome } from '../../home/actions';

interface OutcomeFormProps {
  slug: string;
  commitmentId: string;
  chosen: Outcome | undefined;
  note: string;
}

/** What became of a commitment, and a line about it. */
export function OutcomeForm({ slug, commitmentId, chosen, note }: OutcomeFormProps) {
  const { state, pending, form } = useForm<true>(recordOutcome);
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <Choices
        look="buttons"
        legend="What became of it"
        name="outcome"
        options={OUTCOME_OPTIONS}
        defaultValue={chosen}
      />
      <TextareaField label="In a line" name="note" defaultValue={note} maxLength={1000} error={state.errors?.note} />
      <p className="meta">Moving on is a good outcome. Those whose words you used hear what became of them.</p>
      <div role="status">{state.done && <Notice tone="ok">Recorded.</Notice>}</div>
      <div className="row wrap">
        <SubmitButton variant="ink" pending={pending}>
          Record it
        </SubmitButton>
        <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
      </div>
      <Carried slug={slug} commitmentId={commitmentId} />
    </form>
  );
}
