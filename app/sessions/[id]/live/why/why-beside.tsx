'use client';

import { lazyPart } from '@/ui/later';
import { useRoom } from '../connection/use-room';
import { isObserver, seatOf } from '../select';

// Few share, and nobody waits for it: it comes after the turn itself.
const SharedWhy = lazyPart(() => import('./shared-why').then((module) => module.SharedWhy));

/** Beside the deal: what its rep shares of why they care. Who listens in has none of it. */
export function WhyBeside() {
  const repId = useRoom(seatOf);
  const observes = useRoom(isObserver);
  return repId && !observes ? <SharedWhy key={repId} repId={repId} /> : null;
}
