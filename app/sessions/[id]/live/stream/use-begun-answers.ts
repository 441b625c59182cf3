'use client';

import { useSyncExternalStore } from 'react';
import type { Id } from '@/domain/session/state';
import { useDraft } from '../connection/drafts';
import type { Kept } from '../connection/kept';
import { useKept } from '../connection/use-room';

const PLACE = 'answer-to/';
const PREFIX = `draft/${PLACE}`;

/** An answer that is being written, and the turn in which it was begun. */
export interface AnswerDraft {
  body: string;
  turnId: Id | null;
}

const EMPTY: AnswerDraft = { body: '', turnId: null };

/** The draft of an answer to one contribution. */
export function useAnswerDraft(contributionId: Id) {
  return useDraft<AnswerDraft>(PLACE + contributionId, EMPTY);
}

/** To which contributions a device keeps an answer that was begun; one that was emptied again is none. */
export function begunIn(kept: Pick<Kept, 'names' | 'read'>): Id[] {
  const begun = kept.names(PREFIX).filter((name) => kept.read<AnswerDraft>(name)?.body);
  return begun.map((name) => name.slice(PREFIX.length)).sort();
}

/** To which contributions this person has begun an answer, in any turn. */
export function useBegunAnswers(): Id[] {
  const kept = useKept();
  const ids = useSyncExternalStore(
    (listener) => kept.subscribe((written) => written.startsWith(PREFIX) && listener()),
    () => begunIn(kept).join(),
    () => '',
  );
  return ids === '' ? [] : ids.split(',');
}
