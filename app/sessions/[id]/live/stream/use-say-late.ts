'use client';

import { useCallback } from 'react';
import type { CommandData } from '@/domain/protocol';
import { useAnnounce } from '@/ui/announcer';
import { useConnection } from '../connection/use-room';

/** Sends words late, and says so: where they will stand, their writer may not look. */
export function useSayLate(): (data: CommandData<'contribution.add'>) => void {
  const connection = useConnection();
  const announce = useAnnounce();
  return useCallback(
    (data) => {
      connection.say('contribution.add', data);
      announce(
        connection.view.link === 'here' ? 'On its way, late.' : 'Kept; it goes out late when the room is there.',
      );
    },
    [connection, announce],
  );
}
