import { lowestOpenRung, verdict } from '@/domain/ladder';
import { capital, ordinal } from '@/domain/number-words';
import { ladderThroughTime, type LifeLadder } from '@/domain/scenario-life';
import type { OwnLadder } from '@/domain/session/state';
import { firstName } from '@/domain/vocabulary';
import { EvidenceList } from '@/ui/ladder/evidence-list';
import { Ladder } from '@/ui/ladder/ladder';
import { LadderKey } from '@/ui/ladder/ladder-key';
import { LadderColumns, type LadderColumn } from '@/ui/ladder/side-by-side';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { HostsOnly } from '@/ui/words';
import { writtenIn, type LifeProps } from './life-props';

/** The ladder then and now: whole ones side by side, for a rail always means a person. */
export function Ladders(props: LifeProps) {
  const { membership, life, name } = props;
  const { scenario } = life;
  const rep = capital(firstName(name(scenario.repId)));
  const own = scenario.repId === membership.userId;
  const { ladders, opened, stands } = ladderThroughTime(life);
  return (
    <section aria-labelledby="ladders" className="min-w-0">
      <h2 id="ladders">{ladders.length === 0 ? 'The ladder' : 'The ladder, then and now'}</h2>
      {ladders.length === 0 ? (
        <BeforeReveal ladder={scenario.ladder} rep={rep} own={own} />
      ) : (
        <>
          <p className="soft mt-[6px] mb-[18px]">{standsText(opened, stands)}</p>
          <div className="life-ladders" tabIndex={0} role="region" aria-label="Ladders through time">
            <LadderColumns columns={columnsOf(props, ladders)} />
          </div>
          <LadderKey className="mt-[18px]" />
          <Voice className="mt-5 text-5">{verdict(stands)}</Voice>
          <RevealedEvidence life={life} />
        </>
      )}
    </section>
  );
}

/** Each ladder under whose it is and when it was told; those of one person and minute by their order too. */
function columnsOf(props: LifeProps, ladders: readonly LifeLadder[]): LadderColumn[] {
  const { membership, life, name } = props;
  const { repId } = life.scenario;
  const zone = membership.lab.timeZone;
  const heads = ladders.map((ladder) => {
    const { whose, by = repId, at } = ladder;
    const title = whose === 'room' ? 'The room' : capital(firstName(name(by)));
    const timed = isTimed(props, ladders, ladder);
    const when = [writtenIn(props, at, 'short'), timed && writtenIn(props, at, 'time')].filter(Boolean);
    return { ladder, by, title, timed, when, seen: [title, ...when].join() };
  });
  return heads.map((head) => {
    const { ladder, by, title, timed, when } = head;
    const { whose, at, read, open } = ladder;
    const alike = heads.filter(({ seen }) => seen === head.seen);
    const order = alike.length > 1 && ordinal(alike.indexOf(head) + 1);
    const says = by === repId ? `${title}’s read` : `Reported by ${name(by)}`;
    return {
      title,
      detail: (
        <>
          <LocalTime at={at} form="short" zone={zone} fixed />
          {timed && (
            <>
              , <LocalTime at={at} form="time" zone={zone} fixed />
            </>
          )}
          {order && `, ${order}`}
        </>
      ),
      read,
      whose,
      open,
      label: [says, ...when, order].filter(Boolean).join(', '),
    };
  });
}

/** Whether a ladder's time is told too: another one is of the same day, though not of the same reveal. */
function isTimed(props: LifeProps, ladders: readonly LifeLadder[], { at }: LifeLadder): boolean {
  const day = writtenIn(props, at, 'date');
  return ladders.some((other) => other.at !== at && writtenIn(props, other.at, 'date') === day);
}

/** "Opened at rung 3. It stands at rung 4 today." */
function standsText(opened: number | null, stands: number | null): string {
  const then = opened === null ? 'All five rungs held.' : `Opened at rung ${opened}.`;
  if (stands === null) return opened === null ? 'All five rungs hold.' : `${then} All five hold today.`;
  return opened === stands ? `${then} It stands there today.` : `${then} It stands at rung ${stands} today.`;
}

/** Its rep and the hosts see the own read; for everybody else there is an empty outline. */
function BeforeReveal({ ladder, rep, own }: { ladder: OwnLadder | undefined; rep: string; own: boolean }) {
  if (!ladder) {
    return (
      <>
        <p className="soft mt-[6px] mb-[18px]">{rep}’s read is hidden until the room reveals it.</p>
        <Ladder view={{ mode: 'outline' }} hideAnswers label={`${rep}’s read`} />
      </>
    );
  }
  const read = ladder.map(({ answer }) => answer);
  return (
    <>
      <p className="mt-[6px] mb-[18px]">
        <HostsOnly>{own ? 'You and the hosts' : 'Hosts only'}, until the reveal</HostsOnly>
      </p>
      <Ladder view={{ mode: 'preview', read }} open={lowestOpenRung(read, null)} label={`${rep}’s own read`} />
      <EvidenceList words={ladder.map(({ evidence }) => evidence)} />
    </>
  );
}

function RevealedEvidence({ life }: Pick<LifeProps, 'life'>) {
  const reveal = life.turns.findLast((turn) => turn.reveal)?.reveal;
  return <EvidenceList words={reveal?.evidence ?? []} />;
}
