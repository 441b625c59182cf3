'use client';

import { useRoom } from '../connection/use-room';
import type { RoomView } from '../connection/room-view';
import { hostIsHere, meOf, nameOf, readsHosts, roleOf } from '../select';
import { useSession } from '../use-session';

/** Who hosts, in words: "Tom Halloran hosts with you". */
export function Hosts() {
  const line = useRoom(hostsLine);
  const runs = useSession((state) => state.status !== 'ended' && state.status !== 'cancelled');
  return runs && line ? (
    <span className="meta mr-[2px] hidden overflow-hidden text-ellipsis min-[1400px]:inline">{line}</span>
  ) : null;
}

function hostsLine(view: RoomView): string {
  const me = meOf(view);
  const standIn = view.state?.standIn;
  if (standIn && !hostIsHere(view)) {
    return standIn === me ? 'You run the meeting until a host returns' : `${nameOf(view, standIn)} stands in`;
  }
  const others = [...view.present].filter((id) => id !== me && roleOf(view, id) === 'host');
  const names = others.map((id) => nameOf(view, id));
  if (names.length === 0) return '';
  const joined = names.length > 2 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join(' and ');
  const hosts = names.length === 1 ? 'hosts' : 'host';
  return readsHosts(view) ? `${joined} ${hosts} with you` : `${joined} ${hosts}`;
}
