import type { ReactNode } from 'react';
import clsx from 'clsx';

interface EntryProps {
  when: ReactNode;
  /** The room's, rather than the rep's. */
  room?: boolean;
  /** What is yet to come. */
  next?: boolean;
  children: ReactNode;
}

/** One point of the line, with its day at the left. */
export function Entry({ when, room, next, children }: EntryProps) {
  return (
    <li className={clsx('life-entry flows', room && 'room', next && 'next')}>
      <div className={clsx('day meta num', next && 'ember b')}>{when}</div>
      <div className="line" aria-hidden="true" />
      <div className="told">{children}</div>
    </li>
  );
}
