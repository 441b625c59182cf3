import { grantOf, lateAllows, phaseAllows, statusAllows, type CommandType } from '@/domain/permissions';
import { wasPutOff } from '@/domain/session/fold-queue';
import { readsAsHost, roleIn, standsIn } from '@/domain/session/roles';
import {
  emptySession,
  type Id,
  type Scenario,
  type SessionState,
  type Turn,
  type TurnSummary,
} from '@/domain/session/state';
import {
  asGuest,
  CONTRIBUTION_KINDS,
  firstName,
  FORMER_MEMBER,
  type ContributionKind,
  type Role,
} from '@/domain/vocabulary';
import type { Standing } from '@/ui/who';
import type { RoomView } from './connection/room-view';

/** Pure selectors for `useRoom`: each gives the same object for the same view. */

const EMPTY_SESSION = emptySession();

/** The session as this viewer may know it; an empty one before the room is entered. */
export function sessionOf(view: RoomView): SessionState {
  return view.state ?? EMPTY_SESSION;
}

export function meOf(view: RoomView): Id | undefined {
  return view.you?.id;
}

/** A person's role in this session; observers until they are known. */
export function roleOf(view: RoomView, id: Id | undefined = meOf(view)): Role {
  const person = id === view.you?.id ? view.you : view.people[id ?? ''];
  return person ? roleIn(sessionOf(view), person) : 'observer';
}

/** Whether this viewer runs the meeting, as a host, or standing in for one. */
export function isHost(view: RoomView): boolean {
  return !view.past && roleOf(view) === 'host';
}

/** Whether somebody is a host, by the lab or handed the session; whoever stands in for the hosts stays the rep they are. */
export function speaksAsHost(view: RoomView, id: Id): boolean {
  return roleOf(view, id) === 'host' && !standsIn(sessionOf(view), { id });
}

/** Whether this viewer listens in. */
export function isObserver(view: RoomView): boolean {
  return roleOf(view) === 'observer';
}

/** Whether this viewer reads what hosts read; who stands in reads what the room reads. */
export function readsHosts(view: RoomView): boolean {
  const state = sessionOf(view);
  return view.you !== undefined && readsAsHost(state, view.you) && !standsIn(state, view.you);
}

/** A name for any id of the log: who left is "a former member". */
export function nameOf(view: RoomView, id: Id): string {
  return view.people[id]?.name ?? FORMER_MEMBER;
}

/** The name of somebody who asks the room something: a guest is said to be one. */
export function askerOf(view: RoomView, id: Id): string {
  return view.people[id]?.guest ? asGuest(nameOf(view, id)) : nameOf(view, id);
}

/** What somebody is called in a sentence: the first name, where there is one. */
export function firstNameOf(view: RoomView, id: Id): string {
  return firstName(nameOf(view, id));
}

/** How a person is drawn: on the hot seat, as a host, listening in. */
export function standingOf(view: RoomView, id: Id): Standing {
  if (seatOf(view) === id) return 'seat';
  const role = roleOf(view, id);
  if (role === 'host') return 'host';
  if (role === 'rep') return 'rep';
  return view.people[id]?.guest ? 'guest' : 'watch';
}

export function turnOf(view: RoomView): Turn | undefined {
  return view.state?.turn;
}

/** Who is on the hot seat. */
export function seatOf(view: RoomView): Id | undefined {
  return turnOf(view)?.repId;
}

export function onSeat(view: RoomView): boolean {
  return view.you !== undefined && seatOf(view) === view.you.id;
}

/** Who can be seated next: the first of the queue whose rep was not removed. */
export function nextUp(view: RoomView): Scenario | undefined {
  const { queue, scenarios, removed } = sessionOf(view);
  const waiting = queue.flatMap((id) => scenarios[id] ?? []);
  return waiting.find(({ repId }) => !removed.includes(repId));
}

/** The ended turns that still lack a commitment; a deal that was put off waits again, and isn't asked. */
export function uncommittedIn(state: SessionState): TurnSummary[] {
  return state.turns.filter((turn) => !turn.commitment && !wasPutOff(state, turn));
}

/** Whether this viewer sits there in Commit, and decides. */
export function deciding(view: RoomView): boolean {
  return onSeat(view) && turnOf(view)?.phase === 'commit';
}

export function scenarioOf(view: RoomView, id: Id | undefined): Scenario | undefined {
  return id === undefined ? undefined : view.state?.scenarios[id];
}

/** How many may vote: the reps who are here, but for the hot seat; never fewer than have voted. */
export function votersOf(view: RoomView): number {
  const seat = seatOf(view);
  const state = sessionOf(view);
  let voters = 0;
  for (const id of view.present)
    if (id !== seat && (roleOf(view, id) === 'rep' || standsIn(state, { id }))) voters += 1;
  return Math.max(voters, turnOf(view)?.votes ?? 0);
}

/** Whether a host of the lab, or one who was handed the session, is in the room. */
export function hostIsHere(view: RoomView): boolean {
  for (const id of view.present) if (speaksAsHost(view, id)) return true;
  return false;
}

/** Whether anybody is in the room who runs the meeting: a host, or whoever stands in for one. */
export function isLed(view: RoomView): boolean {
  for (const id of view.present) if (roleOf(view, id) === 'host') return true;
  return false;
}

/**
 * Whether to show a control: what the one table grants the viewer's role in this status.
 * `owner` is whom the thing belongs to (the seat, for the seat's rights), where the table asks.
 */
export function may(view: RoomView, command: CommandType, about: { owner?: Id; late?: boolean } = {}): boolean {
  if (view.past || !view.you || !view.state || view.state.removed.includes(view.you.id)) return false;
  const role = roleOf(view);
  const grant = grantOf(role, command, standsIn(view.state, view.you));
  if (!grant || !statusAllows(command, view.state.status, { role, late: about.late ?? false })) return false;
  const owns = about.owner === view.you.id;
  switch (grant) {
    case 'own':
    case 'seat':
      return about.owner === undefined ? grant === 'own' : owns;
    case 'other':
      return !owns;
    case 'when_open':
      return view.state.floor.open;
    case 'without_host':
      return !isLed(view);
    case 'one_sealed':
      return !view.state.floor.questions.some(({ by }) => by === view.you?.id);
    default:
      return true;
  }
}

const KINDS_TO_CHOOSE: ContributionKind[] = CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer');
const NO_KINDS: ContributionKind[] = [];
const QUESTIONS: ContributionKind[] = ['question'];

/** The kinds that this viewer may write now in the open turn, but for answers. */
export function kindsNow(view: RoomView): ContributionKind[] {
  const turn = turnOf(view);
  if (!turn || !may(view, 'contribution.add')) return NO_KINDS;
  if (isHost(view)) return KINDS_TO_CHOOSE;
  const { strict } = sessionOf(view).settings;
  if (phaseAllows(turn.phase, 'advice', strict)) return KINDS_TO_CHOOSE;
  return phaseAllows(turn.phase, 'question', strict) ? QUESTIONS : NO_KINDS;
}

/** Whether this viewer may send words of a kind late to a turn, open or over. */
export function mayLate(view: RoomView, turnId: Id | undefined, kind: ContributionKind): boolean {
  if (!may(view, 'contribution.add', { late: true })) return false;
  const turn = turnOf(view);
  if (!turn || turn.id !== turnId || isHost(view)) return true;
  return lateAllows(turn, kind, sessionOf(view).settings.strict);
}

/** Whether this viewer, on the hot seat, may answer now. */
export function mayAnswer(view: RoomView): boolean {
  const turn = turnOf(view);
  if (!turn || !onSeat(view) || !may(view, 'contribution.add')) return false;
  return isHost(view) || phaseAllows(turn.phase, 'answer', sessionOf(view).settings.strict);
}
