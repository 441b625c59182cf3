import { pipelineText } from '@/app/sessions/[id]/live/deal-words';
import type { LifeScenario } from '@/domain/scenario-life';
import { CalendarDay } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { HostsOnly } from '@/ui/words';

interface StoryProps {
  scenario: LifeScenario;
  own: boolean;
}

/** What the rep wrote: the ask first, then what happened, and pain, money and the say side by side. */
export function Story({ scenario, own }: StoryProps) {
  const { pipeline, pipelineHostsOnly, deadline } = scenario;
  const counts = pipelineText(scenario);
  return (
    <section aria-labelledby="story" className="min-w-0">
      <h2 id="story">The story</h2>
      <dl className="life-words">
        <dt>The ask</dt>
        <Voice as="dd" className="ask">
          {scenario.ask}
        </Voice>
        <Fact name="What happened" words={scenario.story} />
        <Fact name="What I tried" words={scenario.tried} />
        {pipeline && !pipelineHostsOnly && (
          <>
            <dt>What else is in the pipeline</dt>
            {pipeline.note && <Voice as="dd">{pipeline.note}</Voice>}
            <dd className="meta">{counts}</dd>
          </>
        )}
        {deadline && (
          <>
            <dt>Their deadline</dt>
            <dd>
              <CalendarDay day={deadline} form="day" />
            </dd>
          </>
        )}
      </dl>
      {(scenario.pain ?? scenario.money ?? scenario.authority) && (
        <dl className="life-words life-three">
          <Third name="Pain" words={scenario.pain} />
          <Third name="Money" words={scenario.money} />
          <Third name="Authority" words={scenario.authority} />
        </dl>
      )}
      {pipeline && pipelineHostsOnly && (
        <div className="only-note">
          <HostsOnly>{own ? 'You and the hosts' : 'Hosts only'}: the pipeline</HostsOnly>
          <p className="meta mt-1">{counts}</p>
          {pipeline.note && <Voice className="mt-1 text-3">{pipeline.note}</Voice>}
        </div>
      )}
    </section>
  );
}

function Fact({ name, words }: { name: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <>
      <dt>{name}</dt>
      <Voice as="dd">{words}</Voice>
    </>
  );
}

function Third({ name, words }: { name: string; words: string | undefined }) {
  return (
    <div className="min-w-0">
      <dt>{name}</dt>
      {words ? <Voice as="dd">{words}</Voice> : <dd className="meta">Nothing said.</dd>}
    </div>
  );
}
