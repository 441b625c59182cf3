'use client';

import { useEffect, useRef } from 'react';
import { ladderByOf, ladderOf } from '@/domain/session/told-ladder';
import type { OwnLadder, RollCallItem } from '@/domain/session/state';
import { FINAL_OUTCOMES, type Outcome } from '@/domain/vocabulary';
import { useDraft } from '../connection/drafts';
import { useRoom } from '../connection/use-room';
import { meOf } from '../select';
import { useSend, useSession } from '../use-session';

interface CheckInDraft {
  note?: string;
  ladder?: OwnLadder;
}
const NOTHING: CheckInDraft = {};

/**
 * What is being recorded about one commitment. The outcome goes at once; the line, and a ladder that was touched, go with
 * it or after it, and are kept as typed until the room has them.
 */
export function useCheckIn(item: RollCallItem) {
  const send = useSend();
  const [draft, write, clear] = useDraft<CheckInDraft>(`check-in/${item.commitmentId}`, NOTHING);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const recorded = item.checkIn;
  const note = draft.note ?? recorded?.note ?? '';
  const told = useSession((state) => ladderOf(state, item));
  const toldBy = useSession((state) => ladderByOf(state, item));
  const me = useRoom(meOf);
  const unsaved = draft.note !== undefined && draft.note.trim() !== (recorded?.note ?? '');

  const record = async (outcome: Outcome, more: { ladder?: OwnLadder; lookingBack?: number | undefined } = {}) => {
    const said = { ladder: draft.ladder, lookingBack: recorded?.lookingBack, ...more };
    const looksBack = said.lookingBack !== undefined && FINAL_OUTCOMES.includes(outcome);
    const sent = draft;
    const line = note.trim();
    const refused = await send('checkin.record', {
      commitmentId: item.commitmentId,
      outcome,
      ...(line ? { note: line } : {}),
      ...(said.ladder ? { ladder: said.ladder.map(({ answer, evidence }) => ({ answer, evidence })) } : {}),
      ...(looksBack ? { lookingBack: said.lookingBack } : {}),
    });
    // What was typed meanwhile is not in the room yet, and stays.
    if (!refused && latest.current.note === sent.note) clear();
  };
  return {
    outcome: recorded?.outcome,
    note,
    ladder: draft.ladder ?? told,
    /** Whose word that ladder is, as far as is known. */
    ladderBy: draft.ladder ? me : toldBy,
    unsaved,
    writeNote: (text: string) => write({ ...draft, note: text }),
    /** Keeps a ladder, and sends it along where an outcome is recorded already. */
    setLadder: (next: OwnLadder) => {
      write({ ...draft, ladder: next });
      if (recorded) void record(recorded.outcome, { ladder: next });
    },
    lookingBack: recorded?.lookingBack,
    /** Sends it to an outcome that is recorded already. */
    lookBack: (rung: number | undefined) => {
      if (recorded) void record(recorded.outcome, { lookingBack: rung });
    },
    record,
    /** Sends the line to an outcome that is recorded already. */
    saveNote: () => {
      if (recorded && unsaved) void record(recorded.outcome);
    },
  };
}
