import { refusal, type Refusal } from '../../errors';
import { grantOf, statusAllows, type CommandType } from '../../permissions';
import type { Command } from '../../protocol';
import type { NewEvent } from '../events';
import { roleIn, standsIn } from '../roles';
import type { SessionState } from '../state';
import { floorCommands } from './floor';
import type { Actor, Context, Elsewhere, Handler, Handlers, Input } from './input';
import { ladderCommands } from './ladder';
import { meetingCommands } from './meeting';
import { scenarioCommands } from './scenarios';
import { turnCommands } from './turns';
import { wordCommands } from './words';

const handlers: Handlers<CommandType> = {
  ...meetingCommands,
  ...scenarioCommands,
  ...turnCommands,
  ...wordCommands,
  ...ladderCommands,
  ...floorCommands,
};

export type Decided = { ok: true; events: NewEvent[]; elsewhere?: Elsewhere } | { ok: false; error: Refusal };

/**
 * Decides a command that has already been parsed: the events that it makes (none where nothing changes), or a refusal,
 * in the protocol's order: invalid, read_only or forbidden, not_found, wrong_status, wrong_phase, conflict. Pure.
 */
export function decide(state: SessionState, command: Command, actor: Actor, ctx: Context): Decided {
  const handler = handlers[command.type] as Handler<CommandType>;
  const role = roleIn(state, actor);
  const input: Input<CommandType> = { state, data: command.data, actor, role, ctx };

  const error = handler.valid?.(input) ?? refused(handler, input, command.type);
  if (error) return { ok: false, error };

  const outcome = handler.run(input);
  if (Array.isArray(outcome)) return { ok: true, events: outcome };
  return 'code' in outcome ? { ok: false, error: outcome } : { ok: true, ...outcome };
}

function refused(handler: Handler<CommandType>, input: Input<CommandType>, type: CommandType): Refusal | undefined {
  const { state, actor, role } = input;
  if (actor.id !== null && state.removed.includes(actor.id)) {
    return refusal('forbidden', 'A host has removed you from this session.');
  }
  const grant = grantOf(role, type, standsIn(state, actor));
  if (!grant) {
    return role === 'observer'
      ? refusal('read_only', 'You are listening in. One sealed question to the hosts is yours; nothing else.')
      : refusal(
          'forbidden',
          role === 'rep' || standsIn(state, actor) ? 'Only a host can do that.' : 'Hosts leave that to the reps.',
        );
  }
  const found = handler.find?.(input);
  if (found && 'code' in found) return found;
  const owns = actor.id !== null && found?.owner === actor.id;
  if (grant === 'own' && found && !owns) return refusal('forbidden', 'That belongs to somebody else.');
  if (grant === 'other' && owns) return refusal('forbidden', 'This is your own deal; that is for the others.');
  if (grant === 'seat' && found && !owns) return refusal('forbidden', 'That is for whoever is on the hot seat.');
  const more = handler.may?.(input);
  if (more) return more;

  const late = 'late' in input.data && input.data.late !== undefined;
  if (!statusAllows(type, state.status, { role, late })) {
    const sentence = type === 'contribution.add' && state.status === 'closing' ? LATE_SENTENCE : undefined;
    return refusal('wrong_status', sentence ?? STATUS_SENTENCE[state.status]);
  }
  return undefined;
}

const LATE_SENTENCE = 'The session is in its closing round. You can send it late.';
const STATUS_SENTENCE: Record<SessionState['status'], string> = {
  scheduled: 'The session has not started yet.',
  live: 'The session is live; that is not possible now.',
  closing: 'The session is in its closing round; that is not possible any more.',
  ended: 'The session has ended.',
  cancelled: 'The session was cancelled.',
};
