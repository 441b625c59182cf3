import { capital, counted, inWords } from '@/domain/number-words';
import type { Id } from '@/domain/session/state';
import type { RoomView } from '../connection/room-view';
import { meOf, nameOf, roleOf, sessionOf } from '../select';

/** "Eight are here, four deals wait". Those who listen in are not counted. */
export function headline(view: RoomView): string {
  const here = [...view.present].filter((id) => roleOf(view, id) !== 'observer').length;
  const deals = sessionOf(view).queue.length;
  const people = here === 0 ? 'Nobody is here yet' : here === 1 ? 'One is here' : `${capital(inWords(here))} are here`;
  return `${people}, ${counted(deals, 'deal')} ${deals === 1 ? 'waits' : 'wait'}`;
}

/** "You host, with Tom Halloran": who runs this session. */
export function hostsLine(view: RoomView, hostIds: readonly Id[]): string {
  const me = meOf(view);
  const hosts = [...new Set([...hostIds, ...sessionOf(view).handed])];
  const others = hosts.filter((id) => id !== me).map((id) => nameOf(view, id));
  const names = joined(others);
  if (roleOf(view) === 'host') return names ? `You host, with ${names}` : 'You host';
  const run = others.length === 1 ? 'hosts' : 'host';
  return roleOf(view) === 'observer' ? `You listen in, ${names} ${run}` : `${names} ${run}`;
}

/** "Ruth", "Ruth and Tom", "Ruth, Tom and Ellen". */
export function joined(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

/** As `joined`, but after so many names only how many more: "Ruth, Tom and 12 others". */
export function joinedUpTo(most: number, names: readonly string[]): string {
  if (names.length <= most + 1) return joined(names);
  return `${names.slice(0, most).join(', ')} and ${inWords(names.length - most)} others`;
}

/** "tonight" from five in the afternoon where the lab is, else "today"; as in "Tonight’s order". */
export function dayPart(startsAt: string, timeZone: string): 'today' | 'tonight' {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(
    Date.parse(startsAt),
  );
  return Number(hour) >= 17 ? 'tonight' : 'today';
}
