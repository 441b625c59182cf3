'use client';

import { openRungSoFar, verdict } from '@/domain/ladder';
import { capital, counted } from '@/domain/number-words';
import { RUNG_COUNT } from '@/domain/vocabulary';
import { Ladder } from '@/ui/ladder/ladder';
import { LadderInput } from '@/ui/ladder/ladder-input';
import type { PartProps } from './parts';

/** One's own read, from the bottom up. */
export function LadderPart({ draft, change, errors }: PartProps) {
  const rungErrors = Array.from({ length: RUNG_COUNT }, (_, rung) => ({
    answer: errors[`ladder.${rung}`],
    evidence: errors[`ladder.${rung}.evidence`],
  }));
  return (
    <section className="part">
      <h2>Climb the Care Ladder</h2>
      <p className="soft">
        Your honest read, from the bottom. The room rates the same five without seeing yours: until the reveal, only you
        and the hosts do.
      </p>
      <LadderInput
        value={draft.ladder}
        onChange={(ladder) => change({ ladder })}
        open={openRungSoFar(draft.ladder)}
        errors={rungErrors}
      />
    </section>
  );
}

/** Beside the form, in view all the while: it moves with each answer. */
export function LadderAside({ ladder }: { ladder: PartProps['draft']['ladder'] }) {
  const open = openRungSoFar(ladder);
  const held = ladder.filter(({ answer }) => answer === 'yes').length;
  const complete = ladder.every(({ answer }) => answer !== null);
  return (
    <aside className="deal-ladder" aria-label="Your ladder so far">
      <h2 className="text-5">Your ladder so far</h2>
      <p className="meta mt-1 mb-[10px]">
        {capital(counted(held, 'rung'))} {held === 1 ? 'holds' : 'hold'}.
      </p>
      <Ladder
        size="compact"
        rungHeight={80}
        view={{ mode: 'solo', read: ladder.map(({ answer }) => answer ?? undefined) }}
        open={open}
        label="Your ladder so far"
      />
      <p className="voice mt-[34px] text-5">
        {open !== null ? (
          <>
            <b>Lowest open rung: {open}.</b> Close it, or move on. Both are good outcomes.
          </>
        ) : complete ? (
          <b>{verdict(null)}</b>
        ) : (
          'Answer from the bottom.'
        )}
      </p>
      <p className="meta mt-3">
        Five yes means you have a responsibility to help. Fewer means the room has something to work on.
      </p>
    </aside>
  );
}
