'use client';

import { useEffect, useRef } from 'react';
import type { OwnLadder, RollCallItem } from '@/domain/session/state';
import type { Outcome } from '@/domain/vocabulary';
import { useDraft } from '../connection/drafts';
import { useSend } from '../use-session';

interface CheckInDraft {
  note?: string;
  ladder?: OwnLadder;
}
const NOTHING: CheckInDraft = {};

/**
 * What is being recorded about one commitment. The outcome goes at once; the line and the ladder go with it or after it,
 * and are kept as typed until the room has them.
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
  const ladder = draft.ladder ?? recorded?.ladder;
  const unsaved = draft.note !== undefined && draft.note.trim() !== (recorded?.note ?? '');

  const record = async (outcome: Outcome, climbed: OwnLadder | undefined = ladder) => {
    const sent = draft;
    const line = note.trim();
    const refused = await send('checkin.record', {
      commitmentId: item.commitmentId,
      outcome,
      ...(line ? { note: line } : {}),
      ...(climbed ? { ladder: climbed.map(({ answer, evidence }) => ({ answer, evidence })) } : {}),
    });
    // What was typed meanwhile is not in the room yet, and stays.
    if (!refused && latest.current.note === sent.note) clear();
  };
  return {
    outcome: recorded?.outcome,
    note,
    ladder,
    unsaved,
    writeNote: (text: string) => write({ ...draft, note: text }),
    /** Keeps a ladder, and sends it along where an outcome is recorded already. */
    setLadder: (next: OwnLadder) => {
      write({ ...draft, ladder: next });
      if (recorded) void record(recorded.outcome, next);
    },
    record,
    /** Sends the line to an outcome that is recorded already. */
    saveNote: () => {
      if (recorded && unsaved) void record(recorded.outcome);
    },
  };
}
