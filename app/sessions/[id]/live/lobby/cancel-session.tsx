'use client';

import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { may } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';

/** For hosts: this session will not take place. Asks first, and says what becomes of the deals. */
export function CancelSession() {
  const mayCancel = useRoom((view) => may(view, 'session.cancel'));
  const waiting = useSession((state) => state.queue.length);
  const send = useSend();
  const held = useHeld();
  const cancelling = useDoing('session.cancel');
  if (!mayCancel) return null;
  return (
    <div className="mt-[26px] border-t border-rule pt-[22px]">
      <ConfirmDialog
        title="Cancel this session?"
        detail={
          waiting > 0
            ? 'It can’t be taken back. The deals that wait go into the next session, in this order.'
            : 'It can’t be taken back.'
        }
        confirm="Cancel the session"
        cancel="Keep it"
        onConfirm={() => void send('session.cancel', {})}
        trigger={
          <Button size="sm" {...byKey('end')} reason={held} pending={cancelling}>
            Cancel the session
          </Button>
        }
      />
    </div>
  );
}
