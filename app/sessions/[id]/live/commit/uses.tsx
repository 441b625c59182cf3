'use client';

import type { Contribution } from '@/domain/session/state';
import { KindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import { useName } from '../use-session';
import { commitsOn, type useCommitment } from './use-commitment';

interface UsesProps {
  words: readonly Contribution[];
  commitment: ReturnType<typeof useCommitment>;
}

/** What the decision rests on: what was marked helpful first, the rest behind a line. Their authors hear what becomes of it. */
export function Uses({ words, commitment }: UsesProps) {
  const { uses } = commitment.draft;
  const standing = words.filter(({ gone, kind }) => !gone && kind !== 'answer');
  const helpful = standing.filter((one) => one.helpful);
  const rest = standing.filter((one) => !one.helpful && !one.late);
  const late = standing.filter((one) => !one.helpful && one.late);
  if (standing.length === 0) return null;
  const list = (some: readonly Contribution[]) => (
    <ol>
      {some.map((one) => (
        <Use key={one.id} one={one} on={uses.includes(one.id)} onToggle={() => commitment.toggleUse(one.id)} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="uses" onKeyDown={commitsOn(commitment)}>
      <div className="row between pb-1">
        <h2 id="uses" className="text-5">
          {helpful.length > 0 ? 'What you marked helpful' : 'What you heard'}
        </h2>
        <span className="meta num">
          {helpful.length > 0 ? `${helpful.length} of ${standing.length}` : standing.length}
        </span>
      </div>
      <p className="meta mb-1">Tick what your decision uses: its author hears what becomes of it.</p>
      {list(helpful)}
      {helpful.length === 0
        ? rest.length > 0 && list(rest)
        : rest.length > 0 && (
            <details>
              <summary className="meta num">The other {rest.length}</summary>
              {list(rest)}
            </details>
          )}
      {late.length > 0 && (
        <details className="border-t border-dashed border-rule-strong">
          <summary className="meta num">{late.length} late, to read when it suits</summary>
          {list(late)}
        </details>
      )}
    </section>
  );
}

function Use({ one, on, onToggle }: { one: Contribution; on: boolean; onToggle: () => void }) {
  const name = useName(one.by);
  return (
    <li className="border-t border-rule first:border-0">
      <label className="check py-[11px]">
        <input type="checkbox" checked={on} onChange={onToggle} />
        <span className="con border-0 p-0">
          <span className="hd">
            <KindLabel kind={one.kind} />
            <span>{name}</span>
          </span>
          <LiveVoice as="span" className="block">
            {one.body}
          </LiveVoice>
        </span>
      </label>
    </li>
  );
}
