'use client';

import { memo, type ReactNode } from 'react';
import type { Scenario } from '@/domain/session/state';
import { LiveVoice } from '@/ui/live-voice';
import { CalendarDay } from '@/ui/time';
import { useLocale } from '@/ui/viewer';
import { HostsOnly } from '@/ui/words';
import { dotted, moneyText, pipelineText, stuckFor } from '../deal-words';
import { useName } from '../use-session';

interface DealHeadProps {
  scenario: Scenario;
  /** How the title is marked; none where it stands elsewhere already. */
  heading?: 'h1' | 'h2';
}

/** Title, whose it is, and its numbers. */
export const DealHead = memo(function DealHead({ scenario, heading: Heading }: DealHeadProps) {
  const name = useName(scenario.repId);
  const locale = useLocale();
  const { account, amount, stage, deadline } = scenario;
  const first = dotted([account, amount && moneyText(amount, locale), stage]);
  const second = dotted([stuckFor(scenario.ageDays), pipelineText(scenario)]);
  return (
    <>
      {Heading && <Heading className={titleSize(scenario.title)}>{scenario.title}</Heading>}
      <p className="meta num mt-2 mb-4">
        <b className="text-ink">{name}</b>
        {first && ` · ${first}`}
        {(second || deadline) && <br />}
        {second}
        {second && deadline && ' · '}
        {deadline && (
          <>
            due <CalendarDay day={deadline} form="day" />
          </>
        )}
      </p>
    </>
  );
});

/** A title of a few words is large; one of a hundred letters still leaves room for the deal. */
function titleSize({ length }: string): string {
  return length > 90 ? 'text-5' : length > 48 ? 'text-6' : 'text-7';
}

/** What the rep wrote: the ask first, then the story and what business pain, money and the say are. */
export const DealFacts = memo(function DealFacts({ scenario, children }: { scenario: Scenario; children?: ReactNode }) {
  const { pipeline, pipelineHostsOnly } = scenario;
  return (
    <>
      <dl className="deal-words">
        <dt>The ask</dt>
        <LiveVoice as="dd" className="ask">
          {scenario.ask}
        </LiveVoice>
        <Fact name="The story" words={scenario.story} />
        <Fact name="What I tried" words={scenario.tried} />
        <Fact name="The pain" words={scenario.pain} />
        <Fact name="The money" words={scenario.money} />
        <Fact name="Who has the say" words={scenario.authority} />
        {!pipelineHostsOnly && <Fact name="What else is in the pipeline" words={pipeline?.note} />}
      </dl>
      {pipelineHostsOnly && pipeline && (
        <div className="only-note">
          <HostsOnly>Hosts only: the pipeline</HostsOnly>
          <p className="meta mt-1">{pipelineText(scenario)}</p>
          {pipeline.note && <LiveVoice className="mt-1 text-3">{pipeline.note}</LiveVoice>}
        </div>
      )}
      {children}
    </>
  );
});

function Fact({ name, words }: { name: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <>
      <dt>{name}</dt>
      <LiveVoice as="dd">{words}</LiveVoice>
    </>
  );
}
