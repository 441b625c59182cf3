'use client';

import { Lock } from 'lucide-react';
import type { FloorAnswer, FloorQuestion } from '@/domain/session/state';
import { LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Voice } from '@/ui/voice';
import { useSession } from '../live/use-session';
import { BackChannelThen } from './back-channel-then';
import { usePastMeeting } from './past-meeting';
import { useNames } from './use-names';

/** The closing round, and the end: what had been asked, answered and left by then. */
export function PastClosing() {
  const { id } = usePastMeeting();
  const questions = useSession((state) => state.floor.questions);
  const takeaways = useSession((state) => state.takeaways);
  const ended = useSession((state) => state.status === 'ended');
  return (
    <section className="room-mid" aria-label="The room, then" tabIndex={0}>
      <h2>{ended ? 'The session had ended' : 'The closing round'}</h2>
      {ended && (
        <p className="mt-3">
          <LinkButton size="sm" href={`/sessions/${id}/recap`}>
            To the recap
          </LinkButton>
        </p>
      )}
      {questions.length === 0 && !ended && <p className="meta mt-3">No question was on the floor yet.</p>}
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      {takeaways.length > 0 && (
        <>
          <h3 className="mt-8">Takeaways</h3>
          <Said all={takeaways} />
        </>
      )}
      <BackChannelThen />
    </section>
  );
}

function Question({ question }: { question: FloorQuestion }) {
  const names = useNames();
  const asker = names(question.by);
  return (
    <section className="mt-7" aria-label={`A question of ${asker}`}>
      <h3 className="voice max-w-[26em] text-7 leading-[1.15] font-[450]" dir="auto">
        {question.body}
      </h3>
      <p className="meta row mt-2 gap-2">
        {question.sealed && <Icon as={Lock} />}
        {question.sealed ? `From ${asker}, sealed: the hosts and ${asker} alone saw it then.` : `Asked by ${asker}.`}
      </p>
      <Said all={question.answers} />
    </section>
  );
}

function Said({ all }: { all: readonly FloorAnswer[] }) {
  const names = useNames();
  if (all.length === 0) return null;
  return (
    <ul className="mt-4 gap-[48px] md:columns-2">
      {all.map(({ by, body }) => (
        <li key={by} className="break-inside-avoid border-t border-rule py-3">
          <b className="small">{names(by)}</b>
          <Voice>{body}</Voice>
        </li>
      ))}
    </ul>
  );
}
