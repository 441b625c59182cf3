'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import clsx from 'clsx';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { OwnLadder } from '@/domain/session/state';
import type { Outcome } from '@/domain/vocabulary';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { TextareaField } from '@/ui/input';
import { ClimbLine } from '@/ui/ladder/climb-line';
import { Link } from '@/ui/link';
import { LookingBack } from '@/ui/looking-back';
import { Notice } from '@/ui/notice';
import { OUTCOME_OPTIONS, OutcomeTag } from '@/ui/outcomes';
import { SubmitButton } from '@/ui/submit-button';
import { Voice } from '@/ui/voice';
import { recordOutcome } from './actions';

interface CheckInProps {
  slug: string;
  commitmentId: string;
  scenarioId: string;
  heading: string;
  /** Whose it is, where it isn't one's own. */
  rep: string | undefined;
  words: string;
  due: { text: ReactNode; now: boolean } | undefined;
  outcome: Outcome | null;
  note: string | null;
  /** The ladder then, as the room held it, and as the report has it. */
  held: boolean[] | null;
  ladder: OwnLadder | null;
  lookingBack: number | null;
  /** The first one that waits. */
  now: boolean;
}

/** One commitment: one tap says what became of it, a line may follow. */
export function CheckIn(props: CheckInProps) {
  const { slug, commitmentId, scenarioId, heading, rep, words, due, outcome, note, held, ladder, lookingBack, now } =
    props;
  const { state, pending, form } = useForm<true>(recordOutcome);
  const change = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    if (!state.done) return;
    announce('Recorded.');
    // The buttons are gone: the keyboard goes on from what took their place.
    if (document.activeElement === document.body) change.current?.focus();
  }, [state, announce]);
  return (
    <li className={clsx('check-in', now && 'now-row')}>
      <div className="row between base">
        <h3 className="text-4">
          <Link className="plain-link" href={`/labs/${slug}/scenarios/${scenarioId}`}>
            {heading}
          </Link>
          {rep && <span className="meta"> · {rep}</span>}
        </h3>
        {outcome ? (
          <OutcomeTag outcome={outcome} />
        ) : (
          due && <span className={clsx('meta num nowrap', due.now && 'ember b')}>{due.text}</span>
        )}
      </div>
      <Voice className={clsx('mt-1', outcome && 'soft')}>{outcome && note ? note : words}</Voice>
      <ClimbLine held={held} ladder={ladder} />
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      {outcome ? (
        <details className="mt-2">
          <summary className="meta" ref={change}>
            Change it, or add a line, the ladder or a look back
          </summary>
          <form {...form} className="stack mt-3">
            <Choices
              look="buttons"
              legend={`What became of ${heading}`}
              hideLegend
              name="outcome"
              options={OUTCOME_OPTIONS}
              defaultValue={outcome}
            />
            <TextareaField
              label="In a line"
              name="note"
              defaultValue={note ?? ''}
              maxLength={1000}
              error={state.errors?.note}
            />
            <LookingBack value={lookingBack ?? undefined} />
            <div className="row">
              <SubmitButton size="sm" pending={pending}>
                Save
              </SubmitButton>
              {state.done && <span>Saved.</span>}
            </div>
            <Carried slug={slug} commitmentId={commitmentId} {...(ladder ? { ladder: JSON.stringify(ladder) } : {})} />
            <p>
              <Link href={`/labs/${slug}/check-in/${commitmentId}`}>Say how the ladder stands now</Link>
            </p>
          </form>
        </details>
      ) : (
        <form {...form} className="row wrap outcome-buttons" aria-label={`What became of ${heading}?`}>
          {OUTCOME_OPTIONS.map(({ value, label, icon }) => (
            <Button key={value} type="submit" size="sm" name="outcome" value={value} pending={pending}>
              {icon}
              {label}
            </Button>
          ))}
          <Carried slug={slug} commitmentId={commitmentId} />
        </form>
      )}
    </li>
  );
}
