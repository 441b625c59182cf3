import { RUNGS } from '@/domain/vocabulary';
import { Voice } from '../voice';

/** What somebody saw or heard at each rung, rung 1 first; behind a line that opens, and open on paper. Nothing where they wrote nothing. */
export function EvidenceList({ words }: { words: readonly (string | null | undefined)[] }) {
  const given = words.flatMap((evidence, rung) => (evidence ? [{ evidence, rung }] : []));
  if (given.length === 0) return null;
  return (
    <details className="unfolds mt-3">
      <summary className="meta">What was seen or heard, rung by rung</summary>
      <dl className="life-words mt-2">
        {given.map(({ evidence, rung }) => (
          <div key={rung}>
            <dt>
              {rung + 1}. {RUNGS[rung]}
            </dt>
            <Voice as="dd">{evidence}</Voice>
          </div>
        ))}
      </dl>
    </details>
  );
}
