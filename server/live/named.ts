import type { Id, SessionEvent, SessionState } from '@/domain/session';

/** Everyone whom a state names. */
export function namedIn(state: SessionState): Set<Id> {
  const turns = [...state.turns, ...(state.turn ? [state.turn] : [])];
  const ids = [
    ...state.hosts,
    ...state.removed,
    ...Object.values(state.scenarios).flatMap(({ repId, seconds }) => [repId, ...seconds]),
    ...turns.flatMap(({ repId, commitment }) => [repId, ...(commitment ? [commitment.by, ...commitment.usesOf] : [])]),
    ...(state.turn?.contributions ?? []).map(({ by }) => by),
    ...state.floor.questions.flatMap(({ by, answers }) => [by, ...answers.map((answer) => answer.by)]),
    ...state.takeaways.map(({ by }) => by),
    ...state.notes.map(({ by }) => by),
    ...state.rollCall.flatMap(({ repId, usesOf, checkedIn, checkIn }) => [
      repId,
      ...usesOf,
      ...(checkedIn ? [checkedIn.by] : []),
      ...(checkIn ? [checkIn.by] : []),
    ]),
  ];
  return new Set(ids.filter((id) => id !== ''));
}

/** Whom new events name beside those that the state named before. */
export function namedBy(events: readonly SessionEvent[]): Set<Id> {
  const ids = events.flatMap(({ by, data }) => [
    ...(by === null ? [] : [by]),
    ...('repId' in data ? [data.repId] : []),
    ...('seconds' in data && Array.isArray(data.seconds) ? data.seconds : []),
  ]);
  return new Set(ids);
}
