import type { Commitment, Id, RollCallItem, SessionEvent, SessionState } from '@/domain/session';

/** Those who asked what is still sealed: only who reads as a host may know that they are there at all. */
export function sealedIn(state: SessionState): Set<Id> {
  return new Set(state.floor.questions.flatMap(({ sealed, by }) => (sealed && by !== '' ? [by] : [])));
}

/** Everyone whom a state names to the whole room. */
export function namedIn(state: SessionState): Set<Id> {
  const turns = [...state.turns, ...(state.turn ? [state.turn] : [])];
  const ids = [
    ...state.hosts,
    ...state.removed,
    ...Object.values(state.scenarios).flatMap(({ repId, seconds }) => [repId, ...seconds]),
    ...turns.flatMap(({ repId, commitment }) => [repId, ...(commitment ? namedInCommitment(commitment) : [])]),
    ...(state.turn?.contributions ?? []).map(({ by }) => by),
    ...state.floor.questions.flatMap(({ sealed, by, answers }) => [
      ...(sealed ? [] : [by]),
      ...answers.map((answer) => answer.by),
    ]),
    ...state.takeaways.map(({ by }) => by),
    ...state.notes.map(({ by }) => by),
    ...state.rollCall.flatMap(namedInRollCall),
    ...state.checkIns.flatMap(({ ladderBy }) => ladderBy ?? []),
  ];
  return new Set(ids.filter((id) => id !== ''));
}

/** Whom new events name to the whole room, beside those that the state named before. */
export function namedBy(events: readonly SessionEvent[]): Set<Id> {
  return new Set(
    events.flatMap((event) => (event.by === null || isSecret(event) ? about(event) : [event.by, ...about(event)])),
  );
}

/** Whether the room never learns who did it. */
function isSecret({ type, data }: SessionEvent): boolean {
  return type === 'ladder.voted' || (type === 'floor.asked' && data.sealed);
}

function about({ type, data }: SessionEvent): Id[] {
  switch (type) {
    case 'session.started':
      return data.rollCall.flatMap(namedInRollCall);
    case 'session.reopened':
      return (data.reported ?? []).flatMap(({ checkIn, ladderBy }) => [checkIn.by, ...(ladderBy ? [ladderBy] : [])]);
    case 'scenario.submitted':
    case 'scenario.carried':
      return [data.repId, ...data.seconds];
    case 'turn.started':
      return [data.repId];
    case 'floor.released':
      return [data.askedBy];
    case 'host.handed_over':
    case 'host.taken_over':
    case 'participant.removed':
      return [data.userId];
    default:
      return [];
  }
}

function namedInCommitment({ by, usesOf, checkIn }: Commitment): Id[] {
  return [by, ...usesOf, ...(checkIn ? [checkIn.by] : [])];
}

function namedInRollCall({ repId, usesOf, checkedIn, checkIn, ladderBy }: RollCallItem): Id[] {
  return [repId, ...usesOf, ...[checkedIn?.by, checkIn?.by, ladderBy].filter((id) => id !== undefined)];
}
