'use client';

import { lowestOpenRung, verdict } from '@/domain/ladder';
import { capital, inWords } from '@/domain/number-words';
import type { Reveal, Scenario } from '@/domain/session/state';
import { RUNGS } from '@/domain/vocabulary';
import { clockText } from '@/domain/clock';
import { Button } from '@/ui/button';
import { Spark } from '@/ui/icon';
import { Ladder } from '@/ui/ladder/ladder';
import { LadderKey } from '@/ui/ladder/ladder-key';
import { LadderReveal } from '@/ui/ladder/ladder-reveal';
import { ANSWER_WORDS } from '@/ui/ladder/types';
import { LiveVoice } from '@/ui/live-voice';
import { Kbd } from '@/ui/words';
import { CallButton } from '../bar/call-button';
import { useRoom } from '../connection/use-room';
import { firstNameOf, isHost, nameOf } from '../select';
import { useSession } from '../use-session';
import { AskedInClarify } from './asked-in-clarify';
import { peersHead } from './ladder-part';
import { PHASE_NAMES } from './phases';
import { useMoves } from './use-moves';

interface RevealStageProps {
  scenario: Scenario;
  reveal: Reveal;
  /** It is played rung by rung; later it just stands. */
  fresh: boolean;
  onHide: () => void;
}

/** The reveal: everyone sees where the reads part, at once. */
export function RevealStage({ scenario, reveal, fresh, onHide }: RevealStageProps) {
  const name = useRoom((view) => nameOf(view, scenario.repId));
  const rep = useRoom((view) => firstNameOf(view, scenario.repId));
  const { read, totals, lowestOpenRung: open } = reveal;
  const peers = peersOf(reveal);
  const shared = {
    open,
    size: 'full',
    heads: { own: `${rep}’s read`, room: peersHead(peers) },
    label: `${rep}’s read beside the room’s`,
  } as const;
  return (
    <div className="reveal">
      <section aria-label="Care ladder, revealed">
        <div className="row top between">
          <h1 tabIndex={-1} data-stage-heading className="outline-none">
            {open === null ? 'All five hold' : part(reveal) ? 'Where the reads part' : 'Where it stands open'}
          </h1>
          {/* A phone has no bar in a turn. */}
          <div className="-mt-2 flex-none md:hidden">
            <CallButton />
          </div>
        </div>
        <p className="meta mt-2 text-3">
          {[name, scenario.account].filter(Boolean).join(', ')}. A rung holds only when it is fastened on both rails.
        </p>
        <div className="mt-4">
          {fresh ? (
            <LadderReveal {...shared} read={read} room={totals} />
          ) : (
            <Ladder {...shared} view={{ mode: 'two', read, room: totals }} />
          )}
        </div>
        <LadderKey className="mt-[22px]" />
      </section>
      <Aside scenario={scenario} reveal={reveal} rep={rep} />
      <Foot open={open} onHide={onHide} />
    </div>
  );
}

function Aside({ scenario, reveal, rep }: { scenario: Scenario; reveal: Reveal; rep: string }) {
  const { lowestOpenRung: open } = reveal;
  const at = (open ?? 0) - 1;
  const evidence = open === null ? null : reveal.evidence[at];
  return (
    <aside aria-label="What it says">
      {open === null ? (
        <h2 className="text-7">{verdict(null)}</h2>
      ) : (
        <>
          <p className="row gap-2 font-[650] text-ember">
            <Spark />
            Lowest open rung: {open}
          </p>
          <h2 className="mt-[10px] mb-[14px] text-7">{RUNGS[at]}</h2>
          <p className="soft">{atRung(reveal, at, rep)}</p>
        </>
      )}
      {evidence && (
        <div className="mt-[18px] border-t border-rule pt-[14px]">
          <span className="label">{rep}’s evidence</span>
          <LiveVoice className="mt-1">{evidence}</LiveVoice>
        </div>
      )}
      <AskedInClarify repId={scenario.repId} rep={rep} />
    </aside>
  );
}

/** What it comes to, and the way on: in view at the foot, however long the rest is. */
function Foot({ open, onHide }: { open: number | null; onHide: () => void }) {
  const host = useRoom(isHost);
  return (
    <footer className="reveal-foot">
      {open !== null && <p className="voice leading-snug">{verdict(open)}</p>}
      {host && <Onward />}
      <Button variant={host ? 'plain' : 'ink'} wide onClick={onHide}>
        Hide the ladder <Kbd>L</Kbd>
      </Button>
    </footer>
  );
}

function Onward() {
  const { next, held, moving, toNext } = useMoves();
  const seconds = useSession((state) => state.settings.phaseSeconds);
  if (!next) return null;
  return (
    <Button variant="now" wide reason={held} pending={moving} onClick={toNext}>
      <span className="num">
        Start {PHASE_NAMES[next]}, {clockText(seconds[next] * 1000)}
      </span>{' '}
      <Kbd>N</Kbd>
    </Button>
  );
}

function peersOf({ totals }: Reveal): number {
  return Math.max(...totals.map(({ yes, unsure, no }) => yes + unsure + no));
}

/** Whether the rep and the room stop at different rungs. */
function part({ read, totals }: Reveal): boolean {
  return lowestOpenRung(read, null) !== lowestOpenRung(null, totals);
}

/** "Marisol said yes. Two of seven peers agree." */
function atRung(reveal: Reveal, at: number, rep: string): string {
  const own = reveal.read[at] ?? 'no';
  const yes = reveal.totals[at]?.yes ?? 0;
  const peers = peersOf(reveal);
  const [one, many] = own === 'yes' ? ['agrees', 'agree'] : ['says yes', 'say yes'];
  const said = `${rep} said ${ANSWER_WORDS[own].toLowerCase()}.`;
  if (peers === 1)
    return `${said} The one peer ${yes === 1 ? one : own === 'yes' ? 'does not agree' : 'does not say yes'}.`;
  if (yes === peers) return `${said} All ${inWords(peers)} peers ${many}.`;
  if (yes === 0) return `${said} None of ${inWords(peers)} peers ${one}.`;
  return `${said} ${capital(inWords(yes))} of ${inWords(peers)} peers ${yes === 1 ? one : many}.`;
}
