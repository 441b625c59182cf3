'use client';

import { Skeleton } from '@/ui/words';
import { useMeeting } from './meeting';

/** Before anything of the room is known. */
export function Joining() {
  return <Awaited label="Joining the room" />;
}

/** In place of a screen that is being fetched. */
export function Fetching() {
  return <Awaited label="Fetching this part of the room" />;
}

function Awaited({ label }: { label: string }) {
  const { number } = useMeeting();
  return (
    <div className="page w-full">
      <h1 className="sr num">Session {number}</h1>
      <Skeleton label={label} />
    </div>
  );
}
