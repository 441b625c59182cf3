'use client';

import type { Commitment, Id } from '@/domain/session/state';
import type { Decision } from '@/domain/vocabulary';
import { useDraft } from '../connection/drafts';
import type { Word } from '../connection/outbox';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';

export interface CommitmentDraft {
  decision: Decision | null;
  nextStep: string;
  dueOn: string;
  uses: Id[];
}

type Made = Extract<Word, { type: 'commitment.make' }>;

const EMPTY: CommitmentDraft = { decision: null, nextStep: '', dueOn: '', uses: [] };

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

/** The hot seat's decision in the making. The draft stays as typed, whatever becomes of it. */
export function useCommitment({ id: turnId, scenarioId, commitment }: Undecided) {
  const connection = useConnection();
  const [draft, write] = useDraft<CommitmentDraft>(
    `commitment/${scenarioId}`,
    commitment ? fromMade(commitment) : EMPTY,
  );
  const word = useRoom((view) => wordFor(view, scenarioId));
  const lacks = lacking(draft);
  return {
    draft,
    word,
    lacks,
    set: (change: Partial<CommitmentDraft>) => write({ ...draft, ...change }),
    toggleUse: (id: Id) =>
      write({ ...draft, uses: draft.uses.includes(id) ? draft.uses.filter((one) => one !== id) : [...draft.uses, id] }),
    commit: () => {
      const { decision, nextStep, dueOn, uses } = draft;
      if (lacks || decision === null || word?.stands === 'waiting') return false;
      if (word) connection.drop(word.id);
      const step = nextStep.trim() === '' ? undefined : nextStep;
      connection.say('commitment.make', { decision, nextStep: step, dueOn, uses, scenarioId, turnId });
      return true;
    },
  };
}

/** Drafts must be one object for the same commitment, so that a draft that was never written is one. */
const made = new WeakMap<Commitment, CommitmentDraft>();

function fromMade(commitment: Commitment): CommitmentDraft {
  const known = made.get(commitment);
  if (known) return known;
  const { decision, nextStep = '', dueOn = '', uses } = commitment;
  const draft = { decision, nextStep, dueOn, uses };
  made.set(commitment, draft);
  return draft;
}

function lacking({ decision, nextStep, dueOn }: CommitmentDraft): string | undefined {
  if (decision === null) return 'Choose pursue, change or move on.';
  if (decision !== 'move_on' && nextStep.trim() === '') return 'Say the next step.';
  return dueOn === '' ? 'Say by when.' : undefined;
}
