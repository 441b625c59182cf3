import type { CommandType } from '@/domain/permissions';
import { readsAsHost, redact, type Id, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import type { RefusalCode } from '@/domain/errors';
import { besideOf } from './session-commands';
import { commandOf, type Step } from './session-generator';
import { marker, Secrets } from './session-secrets';
import { HOST, PEOPLE, ROLE_OF, STRANGER, World, type Log } from './session-world';

/** A session after one step: the log so far, what it folds to, and who may read which text. */
export interface Head {
  events: readonly SessionEvent[];
  state: SessionState;
  readable: (viewer: Viewer) => Set<string>;
}

/** Runs random steps through the domain as a server would. `each` is called whenever the log has grown. */
export function simulate(steps: readonly Step[], each: (head: Head) => void = () => {}) {
  const world = new World();
  world.settings = { ...world.settings, strict: (steps[0]?.a ?? 0) % 4 > 0 };
  const mark = marker();
  const secrets = new Secrets();
  const refusals = new Map<CommandType, Set<RefusalCode>>();
  let observed = 0;

  for (const step of steps) {
    world.now += step.wait;
    world.hostAwayMs = step.fits ? 200_000 : 0;
    if (world.session.state.standIn && step.b % 3 === 0) world.hostReturns();
    const log = logFor(step, world);
    const older = spoken(log.events);
    const { by, type, data } = commandOf(step, log.state, ROLE_OF, mark, older);
    if (type === 'session.reopen') {
      world.reported = besideOf({ step, state: log.state, mark }, world.newId, new Date(world.now).toISOString());
    }
    const system = type === 'session.end' && step.b % 3 === 0;
    const decided = world.send(system ? null : by, type, data, log);
    if (!decided.ok) refusals.set(type, (refusals.get(type) ?? new Set()).add(decided.error.code));

    const { events, state } = world.session;
    if (events.length === observed) continue;
    for (const event of events.slice(observed)) {
      secrets.observe(event, (id) => state.turns.some(({ scenarioId }) => scenarioId === id));
    }
    observed = events.length;
    each({ events, state, readable: (viewer) => secrets.readableBy(viewer) });
  }
  return { world, refusals };
}

/** Everyone who looks, with how they read at this head; the last one is nobody that the log knows. */
export function viewersOf(state: SessionState): Viewer[] {
  const people = PEOPLE.map((id) => ({ id, hosts: readsAsHost(state, { id, role: ROLE_OF.get(id) ?? 'observer' }) }));
  return [...people, { id: STRANGER, hosts: false }];
}

export function redacted(events: readonly SessionEvent[], viewer: Viewer, head: SessionState): SessionEvent[] {
  return events.map((event) => redact(event, viewer, head));
}

/** Once the session has ended, some of what happens concerns the next one, which holds what was carried over. */
function logFor(step: Step, world: World): Log {
  const elsewhere = world.session.state.carriedTo !== undefined && world.next.state.status === 'scheduled';
  return elsewhere && /^(scenario|queue)\./.test(step.type) ? world.next : world.session;
}

function spoken(events: readonly SessionEvent[]): { id: Id; by: Id }[] {
  return events.flatMap((event) =>
    event.type === 'contribution.added' ? { id: event.data.id, by: event.by ?? HOST } : [],
  );
}
