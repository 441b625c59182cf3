'use client';

import type { Contribution as Words } from '@/domain/session/state';
import { Contribution } from './contribution';
import { useStreamFacts } from './facts';
import { BELOW_END } from './use-follow';

const NO_REPLIES: readonly Words[] = [];

/** What came after its phase: apart from the stream, for the hot seat to read when it suits. */
export function Late({ words }: { words: readonly Words[] }) {
  const { seatName: rep } = useStreamFacts();
  return (
    <div className="border-t border-dashed border-rule-strong py-2">
      <details>
        <summary className="meta num flex min-h-hit cursor-pointer items-center">
          {words.length} late, for {rep} to read when it suits
        </summary>
        <ol {...BELOW_END}>
          {words.map((one) => (
            <Contribution key={one.id} one={one} replies={NO_REPLIES} />
          ))}
        </ol>
      </details>
    </div>
  );
}
