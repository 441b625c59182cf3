import type { SessionRecap } from '@/db/recap';
import type { SessionPlace } from '@/db/session-place';
import { capital } from '@/domain/number-words';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/time';

/** The deals that the session did not get to, and where they wait now. */
export function NotReached({ source, place }: { source: SessionRecap; place: SessionPlace }) {
  const { recap, name, carriedTo } = source;
  if (recap.notReached.length === 0) return null;
  return (
    <section className="more" aria-labelledby="not-reached">
      <div>
        <h2 id="not-reached">{recap.carriedTo ? 'Not reached' : 'Still waiting'}</h2>
        {carriedTo && (
          <p className="meta mt-2">
            Carried over to{' '}
            <Link href={`/sessions/${carriedTo.id}`}>
              session {carriedTo.number},{' '}
              <LocalTime at={carriedTo.startsAt} form="monthDay" zone={place.lab.timeZone} fixed />
            </Link>
            , each in its place.
          </p>
        )}
      </div>
      <ul className="as">
        {recap.notReached.map(({ id, title, account, repId, deferred }) => (
          <li key={id}>
            <b>
              <Link className="plain-link" href={`/labs/${place.lab.slug}/scenarios/${id}`}>
                {title}
              </Link>
            </b>
            <p className="meta">
              {[capital(name(repId)), account, deferred ? 'put off' : undefined].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
