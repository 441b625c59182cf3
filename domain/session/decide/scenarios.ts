import { refusal, type Refusal } from '../../errors';
import type { ScenarioChanges } from '../../protocol';
import { LIMITS } from '../../vocabulary';
import type { ScenarioData } from '../events';
import { hasRoomFor, placed } from '../fold-queue';
import type { Id, Scenario, SessionState } from '../state';
import type { Handlers, Input } from './input';
import { endOpenTurn } from './turns';

type AboutScenario = 'scenario.edit' | 'scenario.withdraw' | 'scenario.second' | 'scenario.defer' | 'queue.move';

export const scenarioCommands: Handlers<'scenario.submit' | AboutScenario> = {
  'scenario.submit': {
    find: ({ data, actor, role, ctx }) => {
      if (role === 'rep' || data.for === undefined) return { owner: data.for ?? actor.id };
      const known = ctx.facts.roles?.get(data.for);
      return known === 'rep' || known === 'host'
        ? { owner: data.for }
        : refusal('not_found', 'Nobody by that id can bring a deal in this lab.', 'for');
    },
    run: ({ state, data, actor, ctx }) => {
      const { for: rep, ...fields } = data;
      const repId = rep ?? actor.id;
      if (repId === null) throw new Error('The system brings no deals.');
      if (!hasRoomFor(state, repId)) {
        return refusal('conflict', `Up to ${LIMITS.queuedPerRep} deals can wait at a time. Withdraw one first.`);
      }
      return [
        {
          type: 'scenario.submitted',
          data: {
            ...fields,
            id: ctx.newId(),
            repId,
            pipelineHostsOnly: fields.pipeline.hostsOnly ?? false,
            seconds: [],
            carriedWeeks: 0,
            standing: ctx.facts.standings?.get(repId) ?? { lastSeatAt: null, coached: 0 },
          },
        },
      ];
    },
  },
  'scenario.edit': {
    find: known,
    // To change what one may not read would tell what it is: what is as it was is no event.
    may: ({ state, data, actor }) => {
      const scenario = state.scenarios[data.scenarioId];
      if (!scenario || actor.id !== state.standIn || actor.id === scenario.repId) return undefined;
      const unread = data.changes.ladder ? 'ladder' : data.changes.pipeline && scenario.pipelineHostsOnly && 'pipeline';
      return unread
        ? refusal(
            'forbidden',
            'Whoever stands in reads what the room reads: this is not for them.',
            `changes.${unread}`,
          )
        : undefined;
    },
    run: ({ state, data }) => {
      const scenario = state.scenarios[data.scenarioId];
      if (!scenario) return [];
      const fields = Object.keys(data.changes).filter((field) => differs(scenario, data.changes, field));
      const stale = fields.find((field) => (scenario.changedAt[field] ?? 0) > data.base);
      if (stale) {
        return refusal(
          'conflict',
          'Somebody else changed this meanwhile. Look at it, then save again.',
          `changes.${stale}`,
        );
      }
      if (fields.length === 0) return [];
      if (fields.includes('ladder') && wasRevealed(state, scenario.id)) {
        return refusal(
          'conflict',
          'The room has seen this ladder. A check-in says how it stands later.',
          'changes.ladder',
        );
      }
      const changes = Object.fromEntries(
        Object.entries(data.changes).filter(([field]) => fields.includes(field)),
      ) as ScenarioChanges;
      return [
        {
          type: 'scenario.edited',
          data: {
            scenarioId: data.scenarioId,
            changes,
            fields,
            base: data.base,
            ...(changes.pipeline ? { pipelineHostsOnly: changes.pipeline.hostsOnly ?? false } : {}),
          },
        },
      ];
    },
  },
  'scenario.withdraw': {
    find: known,
    run: ({ state, data }) =>
      state.queue.includes(data.scenarioId) && !wasHeard(state, data.scenarioId)
        ? [{ type: 'scenario.withdrawn', data }]
        : refusal('conflict', 'It has been on the hot seat, and stays in the record.'),
  },
  'scenario.second': {
    find: known,
    run: ({ state, data, actor }) => {
      const has = state.scenarios[data.scenarioId]?.seconds.includes(actor.id ?? '') ?? false;
      const on = data.on ?? !has;
      if (on === has) return [];
      if (!state.queue.includes(data.scenarioId)) {
        return refusal('conflict', "It isn't waiting any more.");
      }
      return [{ type: 'scenario.seconded', data: { scenarioId: data.scenarioId, on } }];
    },
  },
  'scenario.defer': {
    find: known,
    run: ({ state, data, ctx }) => {
      if (state.turn?.scenarioId === data.scenarioId) {
        return [...endOpenTurn(state, ctx.now), { type: 'scenario.deferred', data }];
      }
      if (!state.queue.includes(data.scenarioId)) {
        return refusal('conflict', "It isn't waiting any more.");
      }
      return state.scenarios[data.scenarioId]?.deferred ? [] : [{ type: 'scenario.deferred', data }];
    },
  },
  'queue.move': {
    find: known,
    run: ({ state, data }) => {
      if (!state.queue.includes(data.scenarioId)) {
        return refusal('conflict', "It isn't waiting any more.");
      }
      const same = placed(state.queue, data.scenarioId, data.to).every((id, i) => id === state.queue[i]);
      return same ? [] : [{ type: 'queue.moved', data }];
    },
  },
};

function known({ state, data }: Input<AboutScenario>): Refusal | { owner: Id } {
  const scenario = state.scenarios[data.scenarioId];
  return scenario ? { owner: scenario.repId } : refusal('not_found', 'That deal is not in this session.', 'scenarioId');
}

/** The turn that a scenario has had in this session, or has now. */
export function turnOf(state: SessionState, scenarioId: Id) {
  if (state.turn?.scenarioId === scenarioId) return state.turn;
  return state.turns.find((turn) => turn.scenarioId === scenarioId);
}

/** Whether a scenario had a turn, in this session or in one that it was carried over from. */
export function wasHeard(state: SessionState, scenarioId: Id): boolean {
  return state.scenarios[scenarioId]?.heard === true || turnOf(state, scenarioId) !== undefined;
}

/** Whether the room saw a scenario's ladder, in this session or in one that it was carried over from. */
export function wasRevealed(state: SessionState, scenarioId: Id): boolean {
  return state.scenarios[scenarioId]?.revealed === true || turnOf(state, scenarioId)?.reveal !== undefined;
}

function differs(scenario: Scenario, changes: ScenarioChanges, field: string): boolean {
  return !same(scenario[field as keyof Scenario], changes[field as keyof ScenarioChanges]);
}

/** Whether two values say the same as JSON; the order of keys, which a database may change, says nothing. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return (a ?? null) === (b ?? null);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
}

/** A scenario as another log is told of it. */
export function scenarioData({ changedAt: _, deferred: __, ...whole }: Scenario): ScenarioData {
  return whole;
}
