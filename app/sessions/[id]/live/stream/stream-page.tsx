'use client';

import { Fragment, memo } from 'react';
import clsx from 'clsx';
import { Contribution } from './contribution';
import type { Said } from './own-words';
import { comesAlone, sameThreads, type Thread } from './threads';
import { Waiting } from './waiting';

interface StreamPageProps {
  threads: readonly Thread[];
  /** The last thread of the page before this one. */
  before: Thread | undefined;
  /** What came after this number has come while the reader was here. */
  first: number;
  /** Far from the end: the browser draws the page only where it is looked at, and passes over it whole otherwise. */
  far: boolean;
  waiting: readonly Said[];
}

/** A piece of the stream, drawn again only when something in it changes: what is new costs the same however long the stream is. */
export const StreamPage = memo(
  function StreamPage({ threads, before, first, far, waiting }: StreamPageProps) {
    return (
      <ol className={clsx('stream-page', far && 'far')}>
        {threads.map(({ one, replies }, at) => (
          <Fragment key={one.id}>
            <Contribution
              one={one}
              replies={replies}
              arrives={one.seq > first && comesAlone((threads[at - 1] ?? before)?.one, one)}
            />
            {waiting.map((word) => word.data.replyTo === one.id && <Waiting key={word.id} word={word} reply />)}
          </Fragment>
        ))}
      </ol>
    );
  },
  (a, b) =>
    a.far === b.far &&
    a.first === b.first &&
    a.waiting === b.waiting &&
    a.before?.one === b.before?.one &&
    sameThreads(a.threads, b.threads),
);
