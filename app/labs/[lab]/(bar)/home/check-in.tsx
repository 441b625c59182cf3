'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import clsx from 'clsx';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import type { Recorded } from '@/db/checkins';
import type { OwnLadder } from '@/domain/session/state';
import { OUTCOMES, type Outcome } from '@/domain/vocabulary';
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
import { ReportedSince } from '../report-told';
import { recordOutcome } from './actions';
import { beganWith, lookedBack } from './looked-back';
import { reportAddress } from './report-address';

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
  /** The ladder then, as the room held it, as all reports leave it, and as it stood before. */
  held: boolean[] | null;
  ladder: OwnLadder | null;
  ladderBefore: OwnLadder | null;
  lookingBack: number | null;
  /** Which report was the last of all as the page was made. */
  seen: string | null;
  /** The lab's zone. */
  zone: string;
  /** The first one that waits. */
  now: boolean;
}

/** One commitment: one tap says what became of it, a line may follow. */
export function CheckIn(props: CheckInProps) {
  const { slug, commitmentId, scenarioId, heading, rep, words, due, outcome, note, held, zone, now } = props;
  const { state, pending, form } = useForm<Recorded>(recordOutcome, {}, reportAddress(slug, commitmentId));
  const newer = state.done && 'newer' in state.done ? state.done.newer : undefined;
  const recorded = state.done !== undefined && !newer;
  const typed = state.values;
  const before = newer ?? props;
  const seen = newer?.seen ?? props.seen ?? '';
  // What a newer report or a fault has opened stays so: what was typed is in it.
  const [opened, setOpened] = useState(false);
  if ((newer ?? state.message) && outcome && !opened) setOpened(true);
  const change = useRef<HTMLElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    if (!recorded) return;
    announce('Recorded.');
    // The buttons are gone: the keyboard goes on from what took their place.
    if (document.activeElement === document.body) change.current?.focus();
  }, [state, recorded, announce]);
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
      <ClimbLine held={held} before={props.ladderBefore} ladder={props.ladder} />
      {recorded && outcome && <p className="mt-2">Saved.</p>}
      {state.message && (
        <Notice tone="fault" className="my-3">
          {state.message}
        </Notice>
      )}
      {newer && <ReportedSince report={newer} held={held} zone={zone} />}
      {outcome ? (
        <details className="mt-2" open={opened || undefined}>
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
              defaultValue={OUTCOMES.find((one) => one === typed?.outcome) ?? outcome}
            />
            <TextareaField
              label="In a line"
              name="note"
              defaultValue={typed?.note ?? note ?? ''}
              maxLength={1000}
              error={state.errors?.note}
            />
            <LookingBack key={newer?.seen} value={lookedBack(typed, before)} error={state.errors?.lookingBack} />
            <div className="row">
              <SubmitButton size="sm" pending={pending}>
                Save
              </SubmitButton>
            </div>
            <Carried slug={slug} commitmentId={commitmentId} seen={seen} {...beganWith(before)} edits="yes" />
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
          <Carried slug={slug} commitmentId={commitmentId} seen={seen} />
        </form>
      )}
    </li>
  );
}
