import type { ListedRemoval } from '@/db/removals';
import { LocalTime } from '@/ui/time';
import { LetBackIn } from './let-back-in';

interface RemovalListProps {
  slug: string;
  zone: string;
  removals: ListedRemoval[];
}

/** Whom hosts removed; no link brings them back, but a host can. */
export function RemovalList({ slug, zone, removals }: RemovalListProps) {
  return (
    <ol className="list">
      {removals.map(({ id, name, email, role, removedAt }) => (
        <li key={id} className="row between wrap py-3">
          <div className="grow">
            <b className="soft">{name}</b>
            <p className="meta num">
              {email} · was {role} · removed <LocalTime at={removedAt.getTime()} form="date" zone={zone} />
            </p>
          </div>
          <LetBackIn slug={slug} memberId={id} name={name} />
        </li>
      ))}
    </ol>
  );
}
