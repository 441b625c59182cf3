'use client';

import { lazyPart } from '@/ui/later';
import { useRoom } from '../connection/use-room';
import { Fetching } from '../joining';
import { deciding, scenarioOf, turnOf } from '../select';
import { useKeys } from '../use-keys';
import { useNarrow } from '../use-narrow';
import { HostKeys } from './host-keys';
import { TurnWide } from './turn-wide';
import { useRevealTold } from './use-reveal-told';
import { useStage } from './use-stage';
import { useWayBack } from './use-way-back';

// The reveal is one moment for all: it is fetched ahead, as all of these are.
const RevealStage = lazyPart(() => import('./reveal-stage').then((module) => module.RevealStage), Fetching);
const TurnNarrow = lazyPart(() => import('./turn-narrow').then((module) => module.TurnNarrow), Fetching);
const CommitScreen = lazyPart(() => import('../commit/commit-screen').then((module) => module.CommitScreen), Fetching);

/** The open turn: the reveal while it is on the stage, the hot seat's own screen in Commit, else deal, ladder and stream. */
export function TurnScreen() {
  const scenario = useRoom((view) => scenarioOf(view, turnOf(view)?.scenarioId));
  const reveal = useRoom((view) => turnOf(view)?.reveal);
  const decides = useRoom(deciding);
  const narrow = useNarrow();
  const stage = useStage();
  useKeys({ ladder: reveal && stage.toggle });
  useWayBack(stage.open, stage.close);
  useRevealTold(stage);
  if (!scenario) return null;
  const screen = () => {
    if (stage.open && reveal) {
      return (
        <div className="flex min-h-0 flex-1 flex-col">
          <RevealStage scenario={scenario} reveal={reveal} fresh={stage.fresh} onHide={stage.close} />
        </div>
      );
    }
    if (decides) return <Deciding />;
    const Turn = narrow ? TurnNarrow : TurnWide;
    return <Turn scenario={scenario} onStage={stage.toggle} />;
  };
  return (
    <>
      <HostKeys />
      {screen()}
    </>
  );
}

function Deciding() {
  const turn = useRoom(turnOf);
  const scenario = useRoom((view) => scenarioOf(view, turnOf(view)?.scenarioId));
  return turn && scenario ? <CommitScreen key={turn.id} turn={turn} scenario={scenario} /> : null;
}
