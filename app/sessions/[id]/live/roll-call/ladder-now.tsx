'use client';

import { useState } from 'react';
import { RUNG_UNANSWERED } from '@/domain/ladder';
import type { OwnLadder } from '@/domain/session/state';
import { LIMITS, RUNGS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { rungsOf, type LadderInputRung } from '@/ui/ladder/input-rungs';
import { LadderInput } from '@/ui/ladder/ladder-input';
import { useDraft } from '../connection/drafts';

interface LadderNowProps {
  /** The commitment it is about. */
  id: string;
  ladder: OwnLadder | undefined;
  /** Whose deal it is, where it isn't one's own. */
  first: string | undefined;
  onSave: (ladder: OwnLadder) => void;
}

const SAY = 'Say where the ladder stands now';
const CHANGE = 'Change how the ladder stands now';

/** The ladder as it stands now, rung by rung; optional. What was begun and not kept waits on this device, and says so. */
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
      detail={`${first ? `${first}’s deal today, as you report it` : 'Your own read today'}. It is kept with what became of the commitment.`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" className="mt-4">
          {draft ? 'Go on with the ladder you began' : ladder ? CHANGE : SAY}
        </Button>
      }
    >
      <div className="mt-4">
        <LadderInput
          value={value}
          onChange={write}
          maxLength={LIMITS.field}
          errors={asked ? value.map(({ answer }) => ({ answer: answer ? undefined : RUNG_UNANSWERED })) : []}
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
