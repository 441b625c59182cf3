'use client';

import { useState } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { LastReport, Recorded } from '@/db/checkins';
import { openRungSoFar, RUNG_UNANSWERED } from '@/domain/ladder';
import { LIMITS, OUTCOMES, type Outcome } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { TextareaField } from '@/ui/input';
import { rungsOf } from '@/ui/ladder/input-rungs';
import { LadderInput } from '@/ui/ladder/ladder-input';
import { LookingBack } from '@/ui/looking-back';
import { Notice } from '@/ui/notice';
import { OUTCOME_OPTIONS } from '@/ui/outcomes';
import { SubmitButton } from '@/ui/submit-button';
import { beganWith, lookedBack } from '../../home/looked-back';
import { recordOutcome } from '../../home/actions';
import { evidenceField, LADDER_FIELDS, touchedLadder } from '../../home/typed-ladder';
import { ReportedSince } from '../../report-told';

interface OutcomeFormProps {
  slug: string;
  commitmentId: string;
  /** It isn't the viewer's to report on, or not any more. */
  barred: boolean;
  /** Where its answer comes to without scripts, if not to its own page. */
  backAt?: string;
  chosen: Outcome | undefined;
  /** The last report, from which it goes on. */
  last: LastReport | undefined;
  /** The ladder then, as the room held it. */
  held: boolean[] | null;
  /** The lab's zone. */
  zone: string;
  /** Whose words it rests on. */
  heard: string;
}

/**
 * What became of a commitment, a line about it, how the ladder stands now, and of a deal that is over where it stood.
 * Nothing is recorded before the button. Who is barred sees it only as it comes back refused, with what they typed.
 */
export function OutcomeForm({ slug, commitmentId, barred, backAt, chosen, last, held, zone, heard }: OutcomeFormProps) {
  const { state, pending, form } = useForm<Recorded>(recordOutcome, {}, backAt);
  const newer = state.done && 'newer' in state.done ? state.done.newer : undefined;
  const before = newer ?? last;
  const typed = state.values;
  // Without scripts a form that comes back is drawn anew: what was touched of its ladder stays.
  const [changed, setLadder] = useState(typed && touchedLadder(typed));
  const ladder = changed ?? rungsOf(before?.stands);
  const begun = ladder.some(({ answer }) => answer !== null);
  if (barred && !typed) return null;
  return (
    <form {...form} className="stack max-w-[680px]">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <Choices
        look="buttons"
        legend="What became of it"
        name="outcome"
        options={OUTCOME_OPTIONS}
        defaultValue={OUTCOMES.find((outcome) => outcome === typed?.outcome) ?? chosen}
        error={state.errors?.outcome}
      />
      <TextareaField
        label="In a line, what happened"
        name="note"
        defaultValue={typed?.note}
        maxLength={LIMITS.field}
        error={state.errors?.note}
      />
      <LookingBack key={newer?.seen} value={lookedBack(typed, before)} error={state.errors?.lookingBack} />
      <section aria-labelledby="ladder-now" className="mt-4">
        <h2 id="ladder-now" className="text-4">
          How the ladder stands now
        </h2>
        <p className="meta mt-1 mb-3">
          Leave it as it is if nothing has climbed. The room sees it beside its own read.
        </p>
        <LadderInput
          name={LADDER_FIELDS}
          value={ladder}
          onChange={setLadder}
          open={openRungSoFar(ladder)}
          maxLength={LIMITS.field}
          errors={ladder.map(({ answer }, rung) => ({
            answer: state.errors && begun && answer === null ? RUNG_UNANSWERED : undefined,
            evidence: state.errors?.[evidenceField(rung)],
          }))}
          focusesWrong={!['outcome', 'note', 'lookingBack'].some((field) => state.errors?.[field])}
        />
      </section>
      <p className="meta">Moving on is a good outcome. {heard}</p>
      {newer && <ReportedSince report={newer} held={held} zone={zone} />}
      <div role="status">{state.done && !newer && <Notice tone="ok">Recorded.</Notice>}</div>
      <div className="row wrap">
        <SubmitButton variant="ink" pending={pending}>
          Record it
        </SubmitButton>
        <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
      </div>
      <Carried
        slug={slug}
        commitmentId={commitmentId}
        ladderBefore={JSON.stringify(before?.stands ?? null)}
        seen={before?.seen ?? ''}
        {...beganWith(before)}
      />
    </form>
  );
}
