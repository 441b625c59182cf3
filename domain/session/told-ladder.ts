import type { Id, OwnLadder, RollCallItem, SessionState, StandingCheckIn } from './state';

/** A due commitment's ladder as all reports leave it, in this session and before: the last that one of them told. */
export function ladderOf(state: Pick<SessionState, 'checkIns'>, item: RollCallItem): OwnLadder | undefined {
  return lastTold(state, item)?.ladder ?? item.ladderBefore ?? item.checkedIn?.ladder;
}

/** Whose word the ladder of `ladderOf` is; undefined where there is none, or an older log doesn't say. */
export function ladderByOf(state: Pick<SessionState, 'checkIns'>, item: RollCallItem): Id | undefined {
  const told = lastTold(state, item);
  if (told) return told.beside ? told.ladderBy : told.by;
  return item.ladderBy ?? (item.checkedIn?.ladder && item.checkedIn.by);
}

function lastTold({ checkIns }: Pick<SessionState, 'checkIns'>, item: RollCallItem): StandingCheckIn | undefined {
  return checkIns.findLast(({ commitmentId, ladder }) => commitmentId === item.commitmentId && ladder);
}

/** One of last time's commitments, with its ladder as all reports leave it. */
export interface RollCallNow extends RollCallItem {
  ladder?: OwnLadder;
}

/** The roll call with each ladder as it stands. */
export function rollCallNow(state: SessionState): RollCallNow[] {
  return state.rollCall.map((item) => {
    const ladder = ladderOf(state, item);
    return ladder ? { ...item, ladder } : item;
  });
}
