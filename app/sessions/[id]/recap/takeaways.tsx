import { capital } from '@/domain/number-words';
import type { Id, Takeaway } from '@/domain/session';
import { Voice } from '@/ui/voice';

/** One line each that people left with. */
export function Takeaways({ takeaways, name }: { takeaways: readonly Takeaway[]; name: (id: Id) => string }) {
  if (takeaways.length === 0) return null;
  return (
    <section className="more" aria-labelledby="takeaways">
      <h2 id="takeaways">Takeaways</h2>
      <ul className="as">
        {takeaways.map(({ by, body }) => (
          <li key={by}>
            <b className="small">{capital(name(by))}</b>
            <Voice>{body}</Voice>
          </li>
        ))}
      </ul>
    </section>
  );
}
