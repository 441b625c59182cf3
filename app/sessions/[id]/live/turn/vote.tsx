'use client';

import type { KeyboardEvent } from 'react';
import { Check } from 'lucide-react';
import type { Id } from '@/domain/session/state';
import { RUNGS, type Answer, type Read } from '@/domain/vocabulary';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { BlindVote } from '@/ui/ladder/blind-vote';
import { Notice } from '@/ui/notice';
import { byKey } from '../bar/shortcut-table';
import { useWaits } from '../bar/use-after';
import { useDraft } from '../connection/drafts';
import { useConnection, useRoom } from '../connection/use-room';
import { firstNameOf, seatOf } from '../select';
import { sends } from '../writing';
import { ownVoteOf, voteWordOf } from './votes';

const NONE: (Answer | null)[] = RUNGS.map(() => null);

/** A rep's blind read: five answers, sent together, and changed until the reveal. */
export function Vote({ turnId }: { turnId: Id }) {
  const connection = useConnection();
  const announce = useAnnounce();
  const [draft, write, clear] = useDraft<(Answer | null)[]>(`vote/${turnId}`, NONE);
  const sent = useRoom(ownVoteOf);
  const word = useRoom(voteWordOf);
  const rep = useRoom((view) => firstNameOf(view, seatOf(view) ?? ''));
  const onWay = word && word.stands !== 'refused' ? (word.data.answers as Read) : undefined;
  const onItsWay = onWay !== undefined && word?.stands === 'waiting';
  const waits = useWaits(onItsWay);
  const begun = draft.some((answer) => answer !== null);
  const shown = begun ? draft : (onWay ?? sent ?? NONE);
  const missing = shown.filter((answer) => answer === null).length;
  const same = begun ? draft.join() === (onWay ?? sent)?.join() : true;
  const lacks = missing > 0 ? `Answer all five: ${missing} to go.` : same && 'Your read is in.';
  const give = () => {
    if (lacks) return announce(lacks);
    connection.say('ladder.vote', { answers: shown as Read, turnId });
    clear();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sends(event)) return;
    event.preventDefault();
    give();
  };
  return (
    <section aria-label="Your blind read" {...byKey('vote')} onKeyDown={onKeyDown}>
      <h2 className="text-5">Your read, blind</h2>
      <BlindVote value={shown} onChange={write}>
        You cannot see {rep}’s read or anyone else’s yet. Which answers are yours stays yours.
      </BlindVote>
      <div className="row wrap mt-3">
        <Button variant="ink" reason={lacks} onClick={give}>
          {sent || onWay ? 'Change my read' : 'Give my read'}
        </Button>
        <span className="meta row gap-2" role="status">
          {onItsWay ? (
            waits && 'Waiting to be sent.'
          ) : sent && same ? (
            <>
              <Icon as={Check} />
              Your read is in. Change it until the reveal.
            </>
          ) : missing > 0 && begun ? (
            `${missing} to go`
          ) : null}
        </span>
      </div>
      {word?.stands === 'refused' && (
        <Notice
          tone="fault"
          className="mt-3"
          action={
            <Button size="sm" onClick={() => connection.drop(word.id)}>
              Dismiss
            </Button>
          }
        >
          {word.error?.message}
        </Notice>
      )}
    </section>
  );
}
