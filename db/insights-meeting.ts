import type { PhaseCase } from '@/domain/insights/cases';
import { PHASES, type Phase } from '@/domain/vocabulary';
import { sqlClient } from './connection';
import { instantAt, msOf } from './instants';
import type { Membership } from './labs';

/** How many events of clocks are looked at, at most: some hundred sessions' worth. */
const EVENT_LIMIT = 50_000;

interface ClockEvent {
  sessionId: string;
  type: string;
  at: number;
  turnId: string | null;
  phase: Phase | null;
  planned: Record<Phase, number> | null;
}

/** How long each phase of each turn took, in the lab's sessions that began since an instant (ms), beside its plan. */
export async function phaseCases({ lab }: Membership, since: number): Promise<PhaseCase[]> {
  const events = await sqlClient()<ClockEvent[]>`
    select e.session_id as "sessionId", e.type, ${msOf('e.at')} as at,
      e.data->>'turnId' as "turnId", e.data->>'phase' as phase, e.data->'settings'->'phaseSeconds' as planned
    from events e join sessions s on s.id = e.session_id
    where s.lab_id = ${lab.id} and s.status = 'ended' and s.started_at >= ${instantAt(since)}
      and e.type in ('session.started', 'turn.started', 'turn.phase_changed', 'turn.paused', 'turn.resumed', 'turn.ended')
      and not exists (select 1 from turns t where t.id = (e.data->>'turnId')::uuid and t.put_off)
    order by s.started_at desc, e.session_id, e.seq limit ${EVENT_LIMIT}`;
  return timed(events);
}

/** Adds up how long each clock ran; `events` session by session, in the order of their logs. */
function timed(events: readonly ClockEvent[]): PhaseCase[] {
  const cases = new Map<string, PhaseCase>();
  let planned: Record<Phase, number> | null = null;
  let running: { turnId: string; phase: Phase; since: number | null } | null = null;
  for (const event of events) {
    if (running?.since && planned) {
      const { turnId, phase, since } = running;
      const key = `${turnId} ${phase}`;
      const one = cases.get(key) ?? { turnId, phase, plannedSeconds: planned[phase], seconds: 0 };
      cases.set(key, { ...one, seconds: one.seconds + Math.max(0, event.at - since) / 1000 });
      running.since = event.at;
    }
    switch (event.type) {
      case 'session.started':
        planned = event.planned;
        running = null;
        break;
      case 'turn.started':
      case 'turn.phase_changed':
        running = event.turnId && event.phase ? { turnId: event.turnId, phase: event.phase, since: event.at } : null;
        break;
      case 'turn.paused':
        if (running) running.since = null;
        break;
      case 'turn.resumed':
        if (running) running.since = event.at;
        break;
      default:
        running = null;
    }
  }
  return [...cases.values()].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
}
