'use client';

import type { Scenario } from '@/domain/session/state';
import { lowestOpenRung, verdict } from '@/domain/ladder';
import { Button } from '@/ui/button';
import { Ladder } from '@/ui/ladder/ladder';
import { lazyPart } from '@/ui/later';
import { HostsOnly, Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { firstNameOf, may, onSeat, readsHosts, turnOf, votersOf } from '../select';
import { Reads } from './reads';

// Nobody votes in the first moments of a turn.
const Vote = lazyPart(() => import('./vote').then((module) => module.Vote));

interface LadderPartProps {
  scenario: Scenario;
  /** Puts the revealed ladder on the whole stage. */
  onStage?: (() => void) | undefined;
  rungHeight?: number | undefined;
}

/** The ladder of the open turn, as much of it as this viewer may see; before the reveal, the vote. */
export function LadderPart({ scenario, onStage, rungHeight }: LadderPartProps) {
  const reveal = useRoom((view) => turnOf(view)?.reveal);
  return reveal ? (
    <TwoRails scenario={scenario} onStage={onStage} rungHeight={rungHeight} />
  ) : (
    <Before scenario={scenario} rungHeight={rungHeight ?? 72} />
  );
}

/** Both reads, for good. */
function TwoRails({ scenario, onStage, rungHeight }: LadderPartProps) {
  const reveal = useRoom((view) => turnOf(view)?.reveal);
  const own = useRoom(onSeat);
  const rep = useRoom((view) => firstNameOf(view, scenario.repId));
  if (!reveal) return null;
  const peers = Math.max(...reveal.totals.map(({ yes, unsure, no }) => yes + unsure + no));
  return (
    <section aria-label="Care ladder">
      <Ladder
        {...(rungHeight === undefined ? {} : { rungHeight })}
        view={{ mode: 'two', read: reveal.read, room: reveal.totals }}
        open={reveal.lowestOpenRung}
        heads={{ own: own ? 'Your read' : `${rep}’s read`, room: peersHead(peers) }}
        label={`${rep}’s read beside the room’s`}
      />
      <div className="row between mt-5 gap-2">
        <p className="voice soft text-3">{verdict(reveal.lowestOpenRung)}</p>
        {onStage && (
          <Button size="sm" variant="plain" data-opens-stage onClick={onStage}>
            Large <Kbd>L</Kbd>
          </Button>
        )}
      </div>
    </section>
  );
}

export function peersHead(peers: number): string {
  if (peers === 0) return 'The room';
  return `The room, ${peers} ${peers === 1 ? 'peer' : 'peers'}`;
}

function Before({ scenario, rungHeight }: { scenario: Scenario; rungHeight: number }) {
  const own = useRoom(onSeat);
  const asHost = useRoom(readsHosts);
  const rep = useRoom((view) => firstNameOf(view, scenario.repId));
  const voters = useRoom(votersOf);
  const open = useRoom((view) => turnOf(view)?.ladderOpen ?? false);
  const turnId = useRoom((view) => turnOf(view)?.id);
  const votes = useRoom((view) => may(view, 'ladder.vote', { owner: scenario.repId }));
  const read = scenario.ladder?.map(({ answer }) => answer);

  if (open && votes && turnId) {
    return (
      <>
        <Vote turnId={turnId} />
        <Reads />
      </>
    );
  }
  if (read && (own || asHost)) {
    return (
      <section aria-label="Care ladder">
        <Ladder
          view={{ mode: 'preview', read }}
          open={lowestOpenRung(read, null)}
          rungHeight={rungHeight}
          heads={{
            own: (
              <>
                {own ? 'Your read' : `${rep}’s read`}
                <br />
                <HostsOnly>{own ? 'You and the hosts' : 'Hosts only until the reveal'}</HostsOnly>
              </>
            ),
            room: peersHead(voters),
          }}
          label={own ? 'Your read' : `${rep}’s read`}
        />
        <Reads />
      </section>
    );
  }
  return (
    <section aria-label="Care ladder">
      <Ladder view={{ mode: 'outline' }} label={`${rep}’s ladder`} heads={{ own: `${rep}’s read`, room: 'The room' }} />
      <p className="meta mt-4">Nobody sees a read until the host reveals.</p>
      <Reads />
    </section>
  );
}
