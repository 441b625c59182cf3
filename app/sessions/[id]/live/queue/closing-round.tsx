'use client';

import { useState } from 'react';
import { Ear } from 'lucide-react';
import type { RoomView } from '../connection/room-view';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { nameOf, seatOf } from '../select';
import { useDoing, useHeld, useSend, useSession } from '../use-session';

const SealedFolded = lazyPart(() => import('../closing/sealed-waiting').then((module) => module.SealedFolded));

/** For hosts: what is sealed, in view until it is released, whatever else there is beside it. */
export function SealedQuestions() {
  const questions = useSession((state) => state.floor.questions);
  const sealed = questions.filter((question) => question.sealed);
  if (sealed.length === 0) return null;
  return (
    <div className="left-scroll flex-none xl:max-h-[22dvh] xl:overflow-y-auto">
      {sealed.map((question) => (
        <SealedFolded key={question.id} question={question} />
      ))}
    </div>
  );
}

/** For hosts: the way to the closing round. */
export function ClosingRound() {
  return (
    <section className="room-foot mt-4 flex-none xl:mt-2" aria-labelledby="closing-round">
      <h2 className="label tracking-normal" id="closing-round">
        Closing round
      </h2>
      <p className="meta mt-1 mb-[10px] xl:mb-0">After the last seat: the floor, and a takeaway each.</p>
      {/* In reach, whatever stands above it. */}
      <div className="xl:sticky xl:bottom-0 xl:bg-sunk xl:py-2">
        <ToClosing />
      </div>
    </section>
  );
}

function seatedName(view: RoomView): string {
  const id = seatOf(view);
  return id === undefined ? '' : nameOf(view, id);
}

/** Closes the deals and opens the floor; asks first where a turn is running. */
export function ToClosing({ now }: { now?: boolean }) {
  const [asking, setAsking] = useState(false);
  const seated = useRoom(seatedName);
  const waiting = useSession((state) => state.queue.length);
  const held = useHeld();
  const pending = useDoing('session.close');
  const send = useSend();
  const close = () => void send('session.close', {});
  return (
    <>
      <Button
        size={now ? 'md' : 'sm'}
        variant={now ? 'now' : 'outline'}
        wide={!now}
        {...byKey('floor')}
        reason={held}
        pending={pending}
        onClick={() => (seated || waiting > 0 ? setAsking(true) : close())}
      >
        <Icon as={Ear} />
        Open the floor
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Go to the closing round?"
        detail={
          seated
            ? `${seated}’s turn ends. A commitment can still be made until the session has ended.`
            : `${waiting === 1 ? 'One deal is' : `${waiting} deals are`} still waiting. You can come back to the deals.`
        }
        confirm="Open the floor"
        onConfirm={close}
      />
    </>
  );
}
