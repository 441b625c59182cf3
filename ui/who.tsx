import clsx from 'clsx';
import { initials } from './initials';

export type Standing = 'rep' | 'host' | 'seat' | 'watch' | 'guest';

const WORDS: Record<Standing, string> = {
  rep: '',
  host: ', host',
  seat: ', on the hot seat',
  watch: ', listening in',
  guest: ', guest, listening in',
};

/** A name and where its person stands, in one breath. */
export function spoken(name: string, standing: Standing): string {
  return name + WORDS[standing];
}

export interface WhoProps {
  name: string;
  standing?: Standing;
  /** What stands on the badge, where it is not made of the name. */
  badge?: string | null | undefined;
  /** The name stands beside it, so the badge is silent. */
  silent?: boolean;
  className?: string;
}

/** A person as a badge of initials: hosts in ink, the hot seat in ember, listeners dashed. */
export function Who({ name, standing = 'rep', badge, silent, className }: WhoProps) {
  const said = spoken(name, standing);
  return (
    <span
      className={clsx('who', standing === 'guest' ? 'watch' : standing !== 'rep' && standing, className)}
      title={said}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said })}
    >
      {badge ?? initials(name)}
    </span>
  );
}

interface WhoRowProps {
  people: readonly { id: string; name: string; standing?: Standing; initials?: string }[];
  /** How many badges fit; the rest become a number. */
  max?: number;
  label?: string;
}

/** Everyone in the room, most of them as badges. */
export function WhoRow({ people, max = 12, label = 'In the room' }: WhoRowProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <ul className="whos" aria-label={`${label}: ${people.length}`}>
      {shown.map((person) => (
        <li key={person.id} className="flex">
          <Who name={person.name} badge={person.initials} standing={person.standing ?? 'rep'} />
        </li>
      ))}
      {rest.length > 0 && (
        <li className="flex">
          <span
            className="who num"
            role="img"
            title={rest.map((person) => spoken(person.name, person.standing ?? 'rep')).join('; ')}
            aria-label={`and ${rest.length} more: ${rest.map((person) => person.name).join(', ')}`}
          >
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  );
}
