'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import type { Id } from '@/domain/session/state';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { firstNameOf, may, mayAnswer, meOf, turnOf } from '../select';
import { heldBy } from '../use-session';

/** What all words of a stream are drawn by: asked once for the stream, not by each contribution again. */
export interface StreamFacts {
  me: Id | undefined;
  /** Who sat on the hot seat when it was said, and what they are called. */
  seat: Id;
  seatName: string;
  /** Why controls are held back. */
  held: string | undefined;
  /** Own words; others' words; for the hot seat, marks and answers. */
  mayEdit: boolean;
  mayHide: boolean;
  mayMark: boolean;
  mayAnswer: boolean;
}

function factsOf(view: RoomView, seat: Id): StreamFacts {
  const me = meOf(view);
  return {
    me,
    seat,
    seatName: firstNameOf(view, seat),
    held: heldBy(view),
    mayEdit: me !== undefined && may(view, 'contribution.edit', { owner: me }),
    mayHide: may(view, 'contribution.hide'),
    mayMark: may(view, 'contribution.helpful', { owner: seat }),
    mayAnswer: mayAnswer(view) && turnOf(view)?.repId === seat,
  };
}

/** The same facts until one of them is another. */
function steadyFacts(): (view: RoomView, seat: Id) => StreamFacts {
  let last: StreamFacts | undefined;
  return (view, seat) => {
    const now = factsOf(view, seat);
    const names = Object.keys(now) as (keyof StreamFacts)[];
    if (!last || names.some((name) => now[name] !== last?.[name])) last = now;
    return last;
  };
}

const FactsContext = createContext<StreamFacts | null>(null);

/** Hands the facts to every contribution inside. */
export function StreamFactsOf({ seat, children }: { seat: Id; children: ReactNode }) {
  const [read] = useState(steadyFacts);
  const facts = useRoom((view) => read(view, seat));
  return <FactsContext value={facts}>{children}</FactsContext>;
}

export function useStreamFacts(): StreamFacts {
  const facts = use(FactsContext);
  if (!facts) throw new Error('This is drawn inside StreamFactsOf.');
  return facts;
}
