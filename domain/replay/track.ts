import type { Id, SessionEvent } from '@/domain/session';
import type { Phase } from '@/domain/vocabulary';

/** A stretch of a meeting, from and to in ms since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** One piece of the track: the roll call, a turn in its phases, the closing round. */
export type Stretch = Span &
  ({ kind: 'roll_call' | 'closing' } | { kind: 'turn'; repId: Id; phases: (Span & { phase: Phase })[] });

/**
 * The pieces of the track, in order, from a log as one viewer may read it. What is open at the log's end, or where only
 * the beginning of a log is there, reaches to its last event.
 */
export function trackOf(events: readonly SessionEvent[]): Stretch[] {
  const track: Stretch[] = [];
  let open: Stretch | undefined;
  const until = (at: number) => {
    if (!open) return;
    open.to = at;
    const phase = open.kind === 'turn' ? open.phases.at(-1) : undefined;
    if (phase) phase.to = at;
  };
  const close = (at: number) => {
    until(at);
    open = undefined;
  };
  const begin = (stretch: Stretch) => {
    close(stretch.from);
    track.push(stretch);
    open = stretch;
  };
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.type === 'session.started' && event.data.rollCall.length > 0) {
      begin({ kind: 'roll_call', from: at, to: at });
    } else if (event.type === 'turn.started') {
      const { repId, phase } = event.data;
      begin({ kind: 'turn', repId, from: at, to: at, phases: [{ phase, from: at, to: at }] });
    } else if (event.type === 'turn.phase_changed' && open?.kind === 'turn') {
      until(at);
      open.phases.push({ phase: event.data.phase, from: at, to: at });
    } else if (event.type === 'session.closed' || (event.type === 'floor.opened' && open?.kind !== 'closing')) {
      if (open?.kind !== 'turn') begin({ kind: 'closing', from: at, to: at });
    } else if (event.type === 'turn.ended' || event.type === 'session.ended') {
      close(at);
    }
  }
  const last = events.at(-1);
  if (last) close(Date.parse(last.at));
  return track;
}
