import type { Id, SessionEvent } from '@/domain/session';
import type { Decision, Phase } from '@/domain/vocabulary';

/** What one can jump to in a replay. */
export type MomentKind =
  | { kind: 'roll_call' }
  | { kind: 'seat'; repId: Id; again: boolean }
  | { kind: 'phase'; phase: Phase }
  | { kind: 'reveal'; lowestOpenRung: number | null }
  | { kind: 'commitment'; by: Id; decision: Decision }
  | { kind: 'sealed'; by: Id }
  | { kind: 'asked'; by: Id }
  | { kind: 'released'; by: Id }
  | { kind: 'closing' }
  | { kind: 'reopened' }
  | { kind: 'end' };

export type Moment = MomentKind & {
  seq: number;
  /** ms since the epoch. */
  at: number;
};

/** The moments of a meeting, in order, from a log as one viewer may read it. */
export function momentsOf(events: readonly SessionEvent[]): Moment[] {
  const seated = new Set<Id>();
  const start = events.find(({ type }) => type === 'session.started')?.seq ?? 0;
  return events.flatMap((event) => {
    // What a changed schedule had cancelled came back before the meeting.
    const before = event.type === 'session.reopened' && event.seq < start;
    const what = before ? undefined : momentIn(event, seated);
    return what ? [{ ...what, seq: event.seq, at: Date.parse(event.at) }] : [];
  });
}

function momentIn(event: SessionEvent, seated: Set<Id>): MomentKind | undefined {
  switch (event.type) {
    case 'session.started':
      return event.data.rollCall.length > 0 ? { kind: 'roll_call' } : undefined;
    case 'turn.started': {
      const again = seated.has(event.data.turnId);
      seated.add(event.data.turnId);
      return { kind: 'seat', repId: event.data.repId, again };
    }
    case 'turn.phase_changed':
      return { kind: 'phase', phase: event.data.phase };
    case 'ladder.revealed':
      return { kind: 'reveal', lowestOpenRung: event.data.lowestOpenRung };
    case 'commitment.made':
      return { kind: 'commitment', by: event.by ?? '', decision: event.data.decision };
    case 'floor.asked':
      return { kind: event.data.sealed ? 'sealed' : 'asked', by: event.by ?? '' };
    case 'floor.released':
      return { kind: 'released', by: event.data.askedBy };
    case 'session.closed':
      return { kind: 'closing' };
    case 'session.reopened':
      return { kind: 'reopened' };
    case 'session.ended':
      return { kind: 'end' };
    default:
      return undefined;
  }
}

/** The last moment that had come when the event `seq` happened: its place in the list, -1 before the first. */
export function momentAt(moments: readonly Moment[], seq: number): number {
  return moments.findLastIndex((moment) => moment.seq <= seq);
}
