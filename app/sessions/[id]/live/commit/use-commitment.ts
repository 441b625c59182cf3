'use client';

import { useState, type KeyboardEvent } from 'react';
import type { CommandData } from '@/domain/protocol';
import type { Commitment, Id } from '@/domain/session/state';
import type { Decision } from '@/domain/vocabulary';
import { useDraft } from '../connection/drafts';
import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { sends } from '../writing';

export interface CommitmentDraft {
  decision: Decision | null;
  nextStep: string;
  dueOn: string;
  uses: Id[];
}

type Made = Extract<Word, { type: 'commitment.make' }>;

function wordFor(view: RoomView, scenarioId: Id): Made | undefined {
  return view.words.findLast(
    (word): word is Made => word.type === 'commitment.make' && word.data.scenarioId === scenarioId,
  );
}

/** What is asked of a turn's rep: open or ended, and what they decided so far. */
export interface Undecided {
  id: Id;
  scenarioId: Id;
  repId: Id;
  commitment?: Commitment;
}

/**
 * The hot seat's decision in the making. What is kept was begun and is not sent: until then it comes back as it was typed,
 * also where something was decided already.
 */
export function useCommitment({ id: turnId, scenarioId, commitment }: Undecided) {
  const connection = useConnection();
  const [begun, write, clear] = useDraft<CommitmentDraft | null>(`commitment/${scenarioId}`, null);
  const word = useRoom((view) => wordFor(view, scenarioId));
  const waiting = word?.stands === 'waiting';
  const [changing, setChanging] = useState(false);
  const draft = begun ?? draftOf(word?.data ?? commitment);
  const lacks = lacking(draft);
  const stands = commitment && !begun && !waiting && word?.stands !== 'refused' ? commitment : undefined;
  return {
    draft,
    word,
    lacks,
    waiting,
    /** Why the room did not take it; until it is sent again. */
    refused: word?.stands === 'refused' ? word.error : undefined,
    /** Something of it was typed or taken up, and is not sent. */
    begun: begun !== null,
    /** Decided, and nothing of it is being changed or on its way. */
    stands,
    /** Whoever asked to change it goes on in its words. */
    changing,
    change: () => {
      setChanging(true);
      write(draft);
    },
    /** Gives up a change; missing where there is nothing to go back to. */
    leave:
      commitment && !waiting
        ? () => {
            if (word) connection.drop(word.id);
            setChanging(false);
            clear();
          }
        : undefined,
    set: (change: Partial<CommitmentDraft>) => write({ ...draft, ...change }),
    toggleUse: (id: Id) =>
      write({ ...draft, uses: draft.uses.includes(id) ? draft.uses.filter((one) => one !== id) : [...draft.uses, id] }),
    commit: () => {
      const { decision, nextStep, dueOn, uses } = draft;
      if (lacks || decision === null || waiting || stands) return;
      if (word) connection.drop(word.id);
      const step = nextStep.trim() === '' ? undefined : nextStep;
      const day = dueOn === '' ? undefined : dueOn;
      connection.say('commitment.make', { decision, nextStep: step, dueOn: day, uses, scenarioId, turnId });
      setChanging(false);
      clear();
    },
  };
}

/** For whatever holds a part of the commitment: the key that sends commits. */
export function commitsOn({ commit }: Pick<ReturnType<typeof useCommitment>, 'commit'>) {
  return (event: KeyboardEvent) => {
    if (!sends(event)) return;
    event.preventDefault();
    commit();
  };
}

function draftOf(said: Partial<Commitment> | CommandData<'commitment.make'> | undefined): CommitmentDraft {
  const { decision = null, nextStep = '', dueOn = '', uses = [] } = said ?? {};
  return { decision, nextStep, dueOn, uses };
}

function lacking({ decision, nextStep, dueOn }: CommitmentDraft): string | undefined {
  if (decision === null) return 'Choose pursue, change or move on.';
  if (decision === 'move_on') return undefined;
  if (nextStep.trim() === '') return 'Say the next step.';
  return dueOn === '' ? 'Say by when.' : undefined;
}
