'use client';

import { useState } from 'react';
import { RUNG_UNANSWERED } from '@/domain/ladder';
import type { OwnLadder } from '@/domain/session/state';
import { LIMITS, RUNGS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { LadderInput, type LadderInputRung } from '@/ui/ladder/ladder-input';
import { useDraft } from '../connection/drafts';

interface LadderNowProps {
  /** The commitment it is about. */
  id: string;
  ladder: OwnLadder | undefined;
  first: string;
  onSave: (ladder: OwnLadder) => void;
}

/** The ladder as it stands now, rung by rung; optional. */
export function LadderNow({ id, ladder, first, onSave }: LadderNowProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [draft, write, clear] = useDraft<LadderInputRung[] | null>(`check-in-ladder/${id}`, null);
  const value = draft ?? rungsOf(ladder);
  const save = () => {
    const complete = value.flatMap(({ answer, evidence }) =>
      answer ? [{ answer, ...(evidence.trim() ? { evidence: evidence.trim() } : {}) }] : [],
    );
    setAsked(true);
    if (complete.length < RUNGS.length) return;
    onSave(complete);
    clear();
    setAsked(false);
    setOpen(false);
  };
  return (
    <Dialog
      broad
      title="The ladder as it stands now"
      detail={`${first}’s own read today. It is kept with what became of the commitment.`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" className="mt-4">
          {ladder ? 'Change the ladder of today' : 'Say where the ladder stands now'}
        </Button>
      }
    >
      <div className="mt-4">
        <LadderInput
          value={value}
          onChange={write}
          maxLength={LIMITS.field}
          errors={asked ? value.map(({ answer }) => (answer ? undefined : RUNG_UNANSWERED)) : []}
        />
      </div>
      <div className="dialog-foot">
        <Button variant="ink" onClick={save}>
          Keep it
        </Button>
        <Button variant="plain" onClick={() => setOpen(false)}>
          Not now
        </Button>
      </div>
    </Dialog>
  );
}

function rungsOf(ladder: OwnLadder | undefined): LadderInputRung[] {
  return RUNGS.map((_, rung) => ({
    answer: ladder?.[rung]?.answer ?? null,
    evidence: ladder?.[rung]?.evidence ?? '',
  }));
}
