'use client';

import { Play } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { byKey } from '../bar/shortcut-table';
import { useDoing, useHeld, useSend } from '../use-session';

/** Starts the session, early or late. */
export function StartSession({ wide }: { wide?: boolean }) {
  const send = useSend();
  const held = useHeld();
  const starting = useDoing('session.start');
  return (
    <Button
      variant="now"
      {...byKey('seat')}
      wide={wide ?? false}
      reason={held}
      pending={starting}
      onClick={() => void send('session.start', {})}
    >
      <Icon as={Play} />
      Start the session
    </Button>
  );
}
