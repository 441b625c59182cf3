import type { Id, SessionEvent, SessionState } from '@/domain/session';
import { foldAll } from '@/domain/session/fold';
import { emptySession } from '@/domain/session/state';

/** From a kept state to any moment after it are fewer events than this. */
export const KEPT_EVERY = 200;

/** The log of an ended session as one viewer may read it, with a folded state kept every so often. */
export interface PastLog {
  /** From seq 1 on, without gaps. */
  events: readonly SessionEvent[];
  /** The state after 0, `KEPT_EVERY`, twice that … events. */
  kept: readonly SessionState[];
}

export const EMPTY_LOG: PastLog = { events: [], kept: [emptySession()] };

/** The log with its next events, which follow on without a gap. */
export function extended(log: PastLog, next: readonly SessionEvent[]): PastLog {
  const events = [...log.events, ...next];
  const kept = [...log.kept];
  for (let from = kept.length - 1; (from + 1) * KEPT_EVERY <= events.length; from += 1) {
    kept.push(foldAll(kept[from] ?? emptySession(), events.slice(from * KEPT_EVERY, (from + 1) * KEPT_EVERY)));
  }
  return { events, kept };
}

/** The state after the event `seq`; that of the log's end where it is not so long. */
export function stateAt({ events, kept }: PastLog, seq: number): SessionState {
  const from = Math.min(Math.floor(seq / KEPT_EVERY), kept.length - 1);
  return foldAll(kept[from] ?? emptySession(), events.slice(from * KEPT_EVERY, seq));
}

/** The last event that had happened at an instant (ms since the epoch); 0 before the first. */
export function seqAt({ events }: PastLog, at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (event && Date.parse(event.at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When the event after `seq` happened, in ms; undefined at the log's end. */
export function nextAt({ events }: PastLog, seq: number): number | undefined {
  const event = events[seq];
  return event && Date.parse(event.at);
}

/** How much was said in each turn by the end of the log, but for answers, late words and what was taken back. */
export function saidInTurns({ events }: PastLog): ReadonlyMap<Id, number> {
  const gone = new Set<Id>();
  for (const { type, data } of events) {
    if (type === 'contribution.withdrawn' || type === 'contribution.hidden') gone.add(data.contributionId);
  }
  const said = new Map<Id, number>();
  for (const { type, data } of events) {
    if (type !== 'contribution.added' || data.late || data.kind === 'answer' || gone.has(data.id)) continue;
    said.set(data.turnId, (said.get(data.turnId) ?? 0) + 1);
  }
  return said;
}
