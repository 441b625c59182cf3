import type { CheckIn, Id, OwnLadder, SessionState, StandingCheckIn } from './state';

/** Which report it is, within one session. */
type Key = Pick<StandingCheckIn, 'commitmentId' | 'by' | 'outcome'>;

/**
 * The report that another one is, recorded again: the last of its session on the commitment, where the same author says
 * the same outcome. Then it keeps that one's id, and what that one said is edited away; any other stands beside it, and
 * so does one that comes after a report made beside the session.
 */
export function recordedBefore({ checkIns }: SessionState, report: Key): StandingCheckIn | undefined {
  const last = checkIns.findLast(({ commitmentId }) => commitmentId === report.commitmentId);
  return last && !last.beside && last.by === report.by && last.outcome === report.outcome ? last : undefined;
}

/** What was last reported on a commitment as it stands, as far as a session knows. */
export function lastReport({ rollCall, turns, turn }: SessionState, commitmentId: Id): CheckIn | undefined {
  const due = rollCall.find((item) => item.commitmentId === commitmentId);
  if (due) return due.checkIn ?? due.checkedIn;
  return [...turns, turn].find((one) => one?.commitment?.id === commitmentId)?.commitment?.checkIn;
}

/** How a form says which report it was begun from, and as of when: its author may add to it. */
export function seenOf({ id, at }: Pick<CheckIn, 'id' | 'at'>): string {
  return `${id} ${at}`;
}

type Said = Pick<CheckIn, 'outcome' | 'note' | 'ladder' | 'lookingBack'>;

/** Whether a report says all that the one before it said, and perhaps more: nothing is lost where it takes its place. */
export function saysAllOf(report: Said, before: Said): boolean {
  return (
    report.outcome === before.outcome &&
    (before.note === undefined || before.note === report.note) &&
    (before.ladder === undefined || isSame(before.ladder, report.ladder)) &&
    (before.lookingBack === undefined || before.lookingBack === report.lookingBack)
  );
}

function isSame(one: OwnLadder, other: OwnLadder | undefined): boolean {
  return one.every(({ answer, evidence }, rung) => {
    const told = other?.[rung];
    return told?.answer === answer && told.evidence === evidence;
  });
}
