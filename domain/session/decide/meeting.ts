import { refusal } from '../../errors';
import { REOPEN_MS, TAKE_OVER_MS } from '../../permissions';
import type { NewEvent } from '../events';
import type { Id, Scenario, SessionState } from '../state';
import type { Context, Elsewhere, Handlers } from './input';
import { scenarioData, wasHeard, wasRevealed } from './scenarios';
import { endOpenTurn } from './turns';

export const meetingCommands: Handlers<
  | 'session.start'
  | 'session.close'
  | 'session.end'
  | 'session.reopen'
  | 'session.cancel'
  | 'host.hand_over'
  | 'host.take_over'
  | 'host.note'
  | 'participant.remove'
> = {
  'session.start': {
    run: ({ ctx }) => {
      const { opening, standings } = ctx.facts;
      if (!opening) throw new Error('session.start is decided with what it records.');
      return [{ type: 'session.started', data: { ...opening, standings: Object.fromEntries(standings ?? []) } }];
    },
  },
  'session.close': {
    run: ({ state, ctx }) =>
      state.status === 'closing' ? [] : [...endOpenTurn(state, ctx.now), { type: 'session.closed', data: {} }],
  },
  'session.end': {
    run: ({ state, ctx }) => ending(state, ctx, 'session.ended', endOpenTurn(state, ctx.now)),
  },
  'session.cancel': { run: ({ state, ctx }) => ending(state, ctx, 'session.cancelled', []) },
  'session.reopen': {
    run: ({ state, ctx }) => {
      if (state.status === 'closing') return [{ type: 'session.reopened', data: {} }];
      const since = ctx.now - Date.parse(state.endedAt ?? '');
      if (!(since <= REOPEN_MS)) {
        return refusal('wrong_status', 'A session can be reopened for 30 minutes after its end.');
      }
      const { carriedTo, reported = [] } = ctx.facts;
      const opened: NewEvent = { type: 'session.reopened', data: reported.length > 0 ? { reported } : {} };
      if (!state.carriedTo) return [opened];
      if (!carriedTo) throw new Error('session.reopen is decided with the session that took over what was left.');
      if (carriedTo.state.status === 'cancelled') {
        return refusal('conflict', 'The next session was cancelled, and what it was given has gone on from there.');
      }
      if (carriedTo.state.status !== 'scheduled') {
        return refusal('conflict', 'The next session has begun with what was carried over.');
      }
      return reopened(state, carriedTo, opened);
    },
  },
  'host.hand_over': {
    find: ({ data, ctx }) =>
      ctx.facts.roles?.has(data.userId)
        ? undefined
        : refusal('not_found', 'Nobody by that id is in this lab.', 'userId'),
    run: ({ state, data, ctx }) => {
      const role = ctx.facts.roles?.get(data.userId);
      if (role === 'host' || state.handed.includes(data.userId)) return [];
      if (role === 'observer') {
        return refusal('conflict', 'An observer only listens in; hand the session to a rep.');
      }
      if (state.removed.includes(data.userId)) {
        return refusal('conflict', 'They were removed from this session.');
      }
      return [{ type: 'host.handed_over', data }];
    },
  },
  'host.take_over': {
    may: ({ ctx }) =>
      (ctx.facts.hostAwayMs ?? 0) >= TAKE_OVER_MS
        ? undefined
        : refusal('forbidden', 'A rep may run the meeting once no host has been here for three minutes.'),
    run: ({ actor }) => (actor.id === null ? [] : [{ type: 'host.taken_over', data: { userId: actor.id } }]),
  },
  'host.note': { run: ({ data }) => [{ type: 'host.noted', data }] },
  'participant.remove': {
    find: ({ data, state, ctx }) =>
      ctx.facts.roles?.has(data.userId) || state.removed.includes(data.userId)
        ? undefined
        : refusal('not_found', 'Nobody by that id is in this session.', 'userId'),
    run: ({ state, data, actor, ctx }) => {
      if (state.removed.includes(data.userId)) return [];
      if (data.userId === actor.id) return refusal('conflict', "You can't remove yourself.");
      if (ctx.facts.roles?.get(data.userId) === 'host') {
        return refusal('conflict', "A host can't be removed from the room. Change their role in the lab first.");
      }
      const events: NewEvent[] = [{ type: 'participant.removed', data }];
      return state.turn?.repId === data.userId ? [...events, ...endOpenTurn(state, ctx.now)] : events;
    },
  },
};

/** What the system says when a host is back: whoever stood in stops. */
export function hostReturned(state: SessionState): NewEvent[] {
  return state.standIn ? [{ type: 'host.returned', data: { userId: state.standIn } }] : [];
}

/** What waits at the end goes into the lab's next session: deferred ones first, then in order. */
export function unreached(state: SessionState): Scenario[] {
  const waiting = state.queue.flatMap((id) => state.scenarios[id] ?? []);
  return [...waiting.filter((one) => one.deferred), ...waiting.filter((one) => !one.deferred)];
}

function ending(
  state: SessionState,
  ctx: Pick<Context, 'sessionId' | 'facts'>,
  type: 'session.ended' | 'session.cancelled',
  before: NewEvent[],
) {
  const rest = unreached(state);
  if (rest.length === 0) return [...before, { type, data: {} } satisfies NewEvent];
  const { nextSessionId, standings } = ctx.facts;
  if (!nextSessionId) throw new Error(`${type} is decided with the lab's next session.`);
  const events: NewEvent[] = [...before, { type, data: { carriedTo: nextSessionId } }];
  return { events, elsewhere: { sessionId: nextSessionId, events: carried(state, rest, ctx.sessionId, standings) } };
}

function carried(
  state: SessionState,
  rest: Scenario[],
  from: Id,
  standings: Context['facts']['standings'],
): NewEvent[] {
  return rest.map((scenario, place) => ({
    type: 'scenario.carried',
    data: {
      ...scenarioData(scenario),
      standing: standings?.get(scenario.repId) ?? scenario.standing,
      carriedWeeks: scenario.carriedWeeks + 1,
      ...(wasHeard(state, scenario.id) ? { heard: true as const } : {}),
      ...(wasRevealed(state, scenario.id) ? { revealed: true as const } : {}),
      from,
      place,
    },
  }));
}

function reopened(
  state: SessionState,
  next: { id: Id; state: SessionState },
  opened: NewEvent,
): { events: NewEvent[]; elsewhere: Elsewhere } {
  const back: NewEvent[] = [];
  const taken: NewEvent[] = [];
  for (const id of state.queue) {
    const scenario = next.state.scenarios[id];
    if (scenario) {
      const place = state.queue.indexOf(id);
      const carriedWeeks = Math.max(scenario.carriedWeeks - 1, 0);
      taken.push({ type: 'scenario.taken_back', data: { scenarioId: id } });
      back.push({
        type: 'scenario.carried',
        data: { ...scenarioData(scenario), carriedWeeks, from: next.id, place },
      });
    } else {
      back.push({ type: 'scenario.withdrawn', data: { scenarioId: id } });
    }
  }
  return {
    events: [opened, ...back],
    elsewhere: { sessionId: next.id, events: taken },
  };
}
