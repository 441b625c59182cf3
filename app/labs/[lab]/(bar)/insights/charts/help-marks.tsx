import type { Helper } from '@/domain/insights/coaching';
import { KINDS_WORD } from '../findings';

const MOST_MARKS = 44;

/** Who helped, by name, with a mark for each contribution that the hot seat marked. */
export function HelpMarks({ helpers }: { helpers: readonly Helper[] }) {
  const each = Math.max(1, Math.ceil(Math.max(...helpers.map(({ helpful }) => helpful)) / MOST_MARKS));
  return (
    <>
      <ul className="coaches">
        {helpers.map(({ id, name, helpful, mostly }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <div className="meta">{mostly && `mostly ${KINDS_WORD[mostly]}`}</div>
            </div>
            <div className="marks">
              {Array.from({ length: Math.ceil(helpful / each) }, (_, at) => (
                <i key={at} style={{ flexBasis: `${100 / MOST_MARKS}%` }} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {each > 1 && <p className="meta num mt-3">One mark is up to {each}.</p>}
    </>
  );
}
