import type { Id } from '@/domain/session';
import { sqlClient } from './connection';

/**
 * The reports on a commitment `c` as it stands, to stand behind `from`: one that was made anew is a new promise, on which
 * nobody has reported yet.
 */
export function reports() {
  return sqlClient()`(select * from checkins where commitment_id = c.id and at >= c.made_at) as k`;
}

/**
 * How the ladder of a commitment `c` stands by all reports on it, to stand behind `lateral`: the last ladder that one of
 * them told, how it stood before, who told it, and when; no row where none did. A report whose form left the ladder as it
 * was tells none. Where a session has ended between the ladder and the last report, it stood before as it stands: what it
 * closed is no news of that report.
 */
export function lastLadder() {
  return sqlClient()`(
    select ladder, case when exists (
        select from sessions e where e.lab_id = c.lab_id and e.status = 'ended' and e.ended_at >= k.at
          and e.ended_at < (select max(at) from checkins where commitment_id = c.id))
      then ladder else ${ladderBefore()} end as before, by_id, at from ${reports()}
    where ladder is not null order by at desc, id desc limit 1)`;
}

/**
 * The ladder that was last told on its commitment before a report `k`, of the promise as it stands or, like `k`, of those before
 * it was made anew; null where there was none.
 */
export function ladderBefore() {
  return sqlClient()`(
    select b.ladder from checkins b join commitments p on p.id = b.commitment_id
    where b.commitment_id = k.commitment_id and b.ladder is not null and (b.at, b.id) < (k.at, k.id)
      and (b.at >= p.made_at) = (k.at >= p.made_at) order by b.at desc, b.id desc limit 1)`;
}

/** When the lab's last session ended: what was reported before that is asked about again. `-infinity` before the first. */
export function lastSessionEnd(labId: Id) {
  return sqlClient()`(select coalesce(max(ended_at), '-infinity') from sessions where lab_id = ${labId} and status = 'ended')`;
}
