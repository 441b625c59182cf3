'use client';

import type { Contribution } from '@/domain/session/state';
import { useToast } from '@/ui/announcer';
import { useSend } from '../use-session';

/** Pins words, or takes the pin back. They move away from who reads them: where to is said. */
export function usePin(one: Contribution): () => void {
  const send = useSend();
  const toast = useToast();
  return () => {
    const on = !one.pinned;
    void send('contribution.pin', { contributionId: one.id, on }).then((refused) => {
      if (!refused) toast({ text: on ? 'Pinned, above everything that was said.' : 'Unpinned, back in its place.' });
    });
  };
}
