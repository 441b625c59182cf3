'use client';

import type { ReactNode } from 'react';
import { StillToCommit } from '../commit/still-to-commit';
import { useRoom } from '../connection/use-room';
import { ListeningIn } from '../observer/listening-in';
import { isHost, isObserver } from '../select';
import { WithRollCall } from '../roll-call/roll-call-again';
import { KeptWords } from '../stream/kept-words';
import { useSession } from '../use-session';
import { ClosingFoot } from './closing-foot';
import { FloorControls } from './floor-controls';
import { Question } from './question';
import { RoundTable } from './round-table';
import { SoFar } from './so-far';
import { Stage } from './stage';
import { Takeaways } from './takeaways';

/** The closing round: the questions on the floor, answers as they arrive, a takeaway each, and the end. */
export function Closing() {
  return <WithRollCall>{(wayBack) => <Round wayBack={wayBack} />}</WithRollCall>;
}

function Round({ wayBack }: { wayBack: ReactNode }) {
  const questions = useSession((state) => state.floor.questions);
  const observes = useRoom(isObserver);
  const host = useRoom(isHost);
  const released = questions.filter(({ sealed }) => !sealed).reverse();
  return (
    <Stage
      label="Questions and answers"
      leftFirst={host && (released.length === 0 || released.length < questions.length)}
      left={
        <>
          {observes && <ListeningIn />}
          {host && <FloorControls />}
          {!observes && !host && <h2 className="mb-4 text-5">Closing round</h2>}
          <RoundTable question={released[0]} />
          <SoFar />
        </>
      }
      foot={<ClosingFoot />}
    >
      <StillToCommit />
      <KeptWords className="mb-6 max-w-[680px]" />
      {released.map((question, at) => (
        <Question key={question.id} question={question} newest={at === 0} />
      ))}
      {released.length === 0 && <NothingAsked host={host} />}
      <Takeaways />
      {wayBack}
    </Stage>
  );
}

function NothingAsked({ host }: { host: boolean }) {
  const open = useSession((state) => state.floor.open);
  return (
    <>
      <h1>The closing round</h1>
      <p className="mt mt-4">
        {host
          ? 'Release a sealed question, or ask everyone one of your own.'
          : open
            ? 'The floor is open. The question comes from the hosts.'
            : 'The floor is closed.'}
      </p>
    </>
  );
}
