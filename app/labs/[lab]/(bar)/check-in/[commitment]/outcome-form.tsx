'use client';

import { useState } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { openRungSoFar } from '@/domain/deal-draft';
import { RUNG_UNANSWERED } from '@/domain/ladder';
import type { OwnLadder } from '@/domain/session/state';
import { LIMITS, RUNGS, type Outcome } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { TextareaField } from '@/ui/input';
import { LadderInput, type LadderInputRung } from '@/ui/ladder/ladder-input';
import { LookingBack } from '@/ui/looking-back';
import { Notice } from '@/ui/notice';
import { OUTCOME_OPTIONS } from '@/ui/outcomes';
import { SubmitButton } from '@/ui/submit-button';
import { recordOutcome } from '../../home/actions';

interface OutcomeFormProps {
  slug: string;
  commitmentId: string;
  chosen: Outcome | undefined;
  ladder: OwnLadder | null;
  lookingBack: number | undefined;
  /** Whose words it rests on. */
  heard: string;
}

/**
 * What became of a commitment, a line about it, how the ladder stands now, and of a deal that is over where it stood.
 * Nothing is recorded before the button.
 */
export function OutcomeForm({ slug, commitmentId, chosen, ladder: given, lookingBack, heard }: OutcomeFormProps) {
  const { state, pending, form } = useForm<true>(recordOutcome);
  const [ladder, setLadder] = useState(() => rungsOf(given));
  const begun = ladder.some(({ answer }) => answer !== null);
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <Choices
        look="buttons"
        legend="What became of it"
        name="outcome"
        options={OUTCOME_OPTIONS}
        defaultValue={chosen}
        error={state.errors?.outcome}
      />
      <TextareaField label="In a line, what happened" name="note" maxLength={LIMITS.field} error={state.errors?.note} />
      <LookingBack value={lookingBack} />
      <section aria-labelledby="ladder-now" className="mt-4">
        <h2 id="ladder-now" className="text-4">
          How the ladder stands now
        </h2>
        <p className="meta mt-1 mb-3">Leave it out if nothing has climbed. The room sees it beside its own read.</p>
        <LadderInput
          value={ladder}
          onChange={setLadder}
          open={openRungSoFar(ladder)}
          maxLength={LIMITS.field}
          errors={ladder.map(({ answer }) => (state.errors && begun && answer === null ? RUNG_UNANSWERED : undefined))}
        />
      </section>
      <p className="meta">Moving on is a good outcome. {heard}</p>
      <div role="status">{state.done && <Notice tone="ok">Recorded.</Notice>}</div>
      <div className="row wrap">
        <SubmitButton variant="ink" pending={pending}>
          Record it
        </SubmitButton>
        <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
      </div>
      <Carried slug={slug} commitmentId={commitmentId} ladder={begun ? JSON.stringify(ladder.map(toRung)) : ''} />
    </form>
  );
}

function toRung({ answer, evidence }: LadderInputRung) {
  return evidence.trim() ? { answer, evidence: evidence.trim() } : { answer };
}

function rungsOf(ladder: OwnLadder | null): LadderInputRung[] {
  return RUNGS.map((_, rung) => ({
    answer: ladder?.[rung]?.answer ?? null,
    evidence: ladder?.[rung]?.evidence ?? '',
  }));
}
