'use client';

import { useState, type ReactNode } from 'react';
import type { Contribution } from '@/domain/session/state';
import { ConfirmDialog } from '@/ui/dialog';
import { useSend } from '../use-session';
import { useStreamFacts } from './facts';

/** Withdraws one's own words, or hides somebody else's; asks first, for neither comes back. */
export function useTakeBack(one: Contribution): { ask: (() => void) | undefined; dialog: ReactNode } {
  const { me, mayEdit, mayHide, held } = useStreamFacts();
  const [asking, setAsking] = useState(false);
  const send = useSend();
  const own = one.by === me && mayEdit;
  const may = !one.gone && !held && (own || mayHide);
  return {
    ask: may ? () => setAsking(true) : undefined,
    dialog: asking && (
      <ConfirmDialog
        open
        onOpenChange={setAsking}
        title={own ? 'Withdraw your words?' : 'Hide these words from the room?'}
        detail={
          own
            ? 'The room sees that something was withdrawn. It can’t be brought back.'
            : 'Their author and the hosts still read them. It can’t be undone.'
        }
        confirm={own ? 'Withdraw them' : 'Hide them'}
        cancel="Leave them"
        onConfirm={() => void send(own ? 'contribution.withdraw' : 'contribution.hide', { contributionId: one.id })}
      />
    ),
  };
}
