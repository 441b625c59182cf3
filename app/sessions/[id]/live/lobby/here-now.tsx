'use client';

import { Check } from 'lucide-react';
import type { LobbyFacts } from '@/db/lobby';
import { capital, counted, inWords } from '@/domain/number-words';
import { Icon } from '@/ui/icon';
import { Who } from '@/ui/who';
import { usePresent, type Present } from '../bar/presence';
import { useRoom } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { meOf } from '../select';
import { joined } from './words';

const MOST_NAMES = 8;

/** Who is here, where they stand, and for whom the room waits. Those who listen in are counted apart. */
export function HereNow() {
  const present = usePresent();
  const { members } = useMeeting().lobby;
  const ids = new Set(present.map(({ id }) => id));
  const away = members.filter(({ id, role }) => !ids.has(id) && role !== 'observer');
  const here = present.filter(({ standing }) => standing !== 'watch' && standing !== 'guest').length;
  const listening = present.length - here;
  return (
    <aside aria-labelledby="here-now">
      <div className="row between base mb-2">
        <h2 id="here-now">Here now</h2>
        <span className="meta num">
          {here} of {here + away.length}
          {listening > 0 && `, ${counted(listening, 'observer')}`}
        </span>
      </div>
      <ol>
        {present.map((person) => (
          <Here key={person.id} person={person} />
        ))}
      </ol>
      {away.length > 0 && <Away people={away} />}
    </aside>
  );
}

/** Who is missed: a few in a sentence, many behind their number. */
function Away({ people }: { people: LobbyFacts['members'] }) {
  const names = people.map(({ name, pledgedAt }) => (pledgedAt ? name : `${name} (the pledge first)`));
  if (names.length <= MOST_NAMES) return <p className="meta mt-2">Not here yet: {joined(names)}.</p>;
  return (
    <details className="meta mt-2">
      <summary>{capital(inWords(names.length))} are not here yet</summary>
      {joined(names)}.
    </details>
  );
}

function Here({ person }: { person: Present }) {
  const me = useRoom(meOf);
  const { id, name, initials, standing } = person;
  return (
    <li className="flex items-center gap-[10px] border-t border-rule py-2 leading-[1.3] first:border-0">
      <Who name={name} badge={initials} standing={standing} silent />
      <span className="min-w-0 break-words">{name}</span>
      <span className="meta ml-auto inline-flex items-center gap-[6px] text-right">
        {standing === 'watch' || standing === 'guest' ? null : <Icon as={Check} />}
        {wordsFor(standing, id === me)}
      </span>
    </li>
  );
}

/** Nobody is let in before they have agreed to the pledge. */
function wordsFor(standing: Present['standing'], me: boolean): string {
  const words = { host: 'host', seat: 'pledge', rep: 'pledge', watch: 'listens in', guest: 'guest, listens in' }[
    standing
  ];
  return me ? `you, ${words}` : words;
}
