'use client';

import { useState } from 'react';
import { Button, type buttonClass } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { useConnection } from '../connection/use-room';
import { useDoing, useHeld, useSend } from '../use-session';
import { byKey } from './shortcut-table';
import { unfinished } from './unfinished';

/** Ends the session; asks first, and says what is unfinished. */
export function EndSession({ variant }: { variant?: NonNullable<Parameters<typeof buttonClass>[0]>['variant'] }) {
  const [open, setOpen] = useState(false);
  const held = useHeld();
  const pending = useDoing('session.end');
  return (
    <>
      <Button
        size="sm"
        variant={variant ?? 'outline'}
        {...byKey('end')}
        reason={held}
        pending={pending}
        onClick={() => setOpen(true)}
      >
        End session
      </Button>
      <EndSessionDialog open={open} onOpenChange={setOpen} />
    </>
  );
}

/** Asks before the session ends. What is unfinished is as it stood when it was asked. */
export function EndSessionDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const connection = useConnection();
  const send = useSend();
  const left = props.open ? unfinished(connection.view) : [];
  return (
    <ConfirmDialog
      {...props}
      title="End the session?"
      detail="The recap is written and goes out. You can undo this for 30 minutes."
      confirm="End the session"
      onConfirm={() => void send('session.end', {})}
    >
      {left.length > 0 && (
        <ul className="list">
          {left.map((sentence) => (
            <li key={sentence} className="py-2">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
