'use client';

import { useEffect, useState } from 'react';
import type { EndedTurn, TurnSummary } from '@/domain/session/state';
import { Dialog } from '@/ui/dialog';
import { Ladder } from '@/ui/ladder/ladder';
import { Skeleton } from '@/ui/words';
import { Button } from '@/ui/button';
import { useConnection, useRoom } from '../connection/use-room';
import { SeatIt } from '../queue/seat-it';
import { firstNameOf, may, scenarioOf } from '../select';
import { useName, useSession } from '../use-session';
import { Committed } from '../commit/committed';
import { DealFacts, DealHead } from '../turn/deal';
import { PastWords } from './past-words';

/** A turn that ended, whole: the deal, both reads, what was said, what was decided. */
export function EndedTurnDialog({ turn, onClose }: { turn: TurnSummary; onClose: () => void }) {
  const scenario = useRoom((view) => scenarioOf(view, turn.scenarioId));
  const name = useName(turn.repId);
  const first = useRoom((view) => firstNameOf(view, turn.repId));
  const mayResume = useRoom((view) => may(view, 'turn.start'));
  const { reveal, commitment } = turn;
  return (
    <Dialog broad open onOpenChange={onClose} title={scenario?.title ?? `${name}’s turn`}>
      {scenario && <DealHead scenario={scenario} />}
      {commitment && <Committed commitment={commitment} turn={turn} className="mb-4" />}
      {scenario && <DealFacts scenario={scenario} />}
      {reveal && (
        <Ladder
          className="mt-6"
          surface="raised"
          view={{ mode: 'two', read: reveal.read, room: reveal.totals }}
          open={reveal.lowestOpenRung}
          label={`${name}’s read beside the room’s`}
          heads={{ own: `${first}’s read`, room: 'The room' }}
        />
      )}
      <Words turn={turn} />
      {mayResume && scenario && (
        <div className="dialog-foot">
          <SeatIt scenario={scenario}>Seat it again</SeatIt>
        </div>
      )}
    </Dialog>
  );
}

function Words({ turn }: { turn: TurnSummary }) {
  const connection = useConnection();
  const [whole, setWhole] = useState<EndedTurn | 'failed' | null>(null);
  const [asked, setAsked] = useState(0);
  // Marks and late words change the summary, edits what was touched: then the words are fetched again.
  const touched = useSession((state) => state.touched);
  const { id, contributions, helpful, late } = turn;
  useEffect(() => {
    let wanted = true;
    void connection.turn(id).then((fetched) => {
      if (wanted) setWhole((before) => fetched ?? (before === null || before === 'failed' ? 'failed' : before));
    });
    return () => {
      wanted = false;
    };
  }, [connection, id, contributions, helpful, late, touched, asked]);

  if (whole === null) return <Skeleton label="Fetching what was said" />;
  if (whole === 'failed') {
    return (
      <p className="row wrap mt-6">
        <span className="meta">What was said can’t be fetched now.</span>
        <Button size="sm" onClick={() => setAsked(asked + 1)}>
          Try again
        </Button>
      </p>
    );
  }
  return <PastWords turn={whole} />;
}
