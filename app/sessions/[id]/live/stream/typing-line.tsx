'use client';

import { Writing } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { meOf, nameOf } from '../select';
import { useWriters } from '../closing/use-writers';

const NAMED = 2;

/** Who is writing now, in a line; many become a number. */
export function TypingLine() {
  const me = useRoom(meOf);
  const writers = [...useWriters()].filter((id) => id !== me);
  const names = useRoom((view) =>
    writers
      .slice(0, NAMED)
      .map((id) => nameOf(view, id))
      .join(' and '),
  );
  const line =
    writers.length > NAMED
      ? `${writers.length} people are writing`
      : `${names} ${writers.length === 1 ? 'is' : 'are'} writing`;
  return <p className="min-h-[36px] px-4 pt-1 pb-2 xl:px-[30px]">{writers.length > 0 && <Writing>{line}</Writing>}</p>;
}
