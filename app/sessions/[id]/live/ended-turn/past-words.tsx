'use client';

import type { EndedTurn } from '@/domain/session/state';
import { Contribution } from '../stream/contribution';
import { StreamFactsOf } from '../stream/facts';
import { threaded } from '../stream/threads';

/** What was said in a turn that ended, with replies under their questions; late words last. */
export function PastWords({ turn }: { turn: EndedTurn }) {
  const { threads, late } = threaded(turn.contributions);
  return (
    <StreamFactsOf seat={turn.repId}>
      <section className="mt-6" aria-label="What was said">
        <h3>What was said</h3>
        {threads.length === 0 && <p className="meta mt-2">Nothing was written.</p>}
        <ol>
          {threads.map((thread) => (
            <Contribution key={thread.one.id} past one={thread.one} replies={thread.replies} />
          ))}
        </ol>
        {late.length > 0 && (
          <>
            <h4 className="label mt-4">Afterwards</h4>
            <ol>
              {late.map((one) => (
                <Contribution key={one.id} past one={one} replies={[]} />
              ))}
            </ol>
          </>
        )}
      </section>
    </StreamFactsOf>
  );
}
