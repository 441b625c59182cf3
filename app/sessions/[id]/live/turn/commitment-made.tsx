'use client';

import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { Committed } from '../commit/committed';

/** What the hot seat has just decided, for everyone. */
export function CommitmentMade() {
  const commitment = useRoom((view) => turnOf(view)?.commitment);
  const repId = useRoom((view) => turnOf(view)?.repId ?? '');
  return commitment ? <Committed commitment={commitment} turn={{ repId }} className="mb-5" /> : null;
}
