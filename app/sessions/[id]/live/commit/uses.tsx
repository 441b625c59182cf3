'use client';

import type { Contribution, Id } from '@/domain/session/state';
import { KindLabel } from '@/ui/kinds';
import { LiveVoice } from '@/ui/live-voice';
import { useName } from '../use-session';

interface UsesProps {
  words: readonly Contribution[];
  uses: readonly Id[];
  onToggle: (id: Id) => void;
}

/** What the decision rests on: what was marked helpful first, the rest behind a line. Their authors hear what becomes of it. */
export function Uses({ words, uses, onToggle }: UsesProps) {
  const standing = words.filter(({ gone, kind }) => !gone && kind !== 'answer');
  const helpful = standing.filter((one) => one.helpful);
  const rest = standing.filter((one) => !one.helpful);
  if (standing.length === 0) return null;
  const list = (some: readonly Contribution[]) => (
    <ol>
      {some.map((one) => (
        <Use key={one.id} one={one} on={uses.includes(one.id)} onToggle={() => onToggle(one.id)} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="uses">
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
        ? list(rest)
        : rest.length > 0 && (
            <details>
              <summary className="meta num flex min-h-hit cursor-pointer items-center">The other {rest.length}</summary>
              {list(rest)}
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
