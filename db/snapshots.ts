import { FOLD_VERSION, type Id, type SessionState } from '@/domain/session';
import { sqlClient } from './connection';

/** The cached state of a session, if today's fold made it. */
export async function readSnapshot(sessionId: Id): Promise<SessionState | undefined> {
  const [row] = await sqlClient()<{ state: SessionState }[]>`
    select state from snapshots where session_id = ${sessionId} and fold_version = ${FOLD_VERSION}`;
  return row?.state;
}

/** Caches a state. A newer one, of the same fold, is left as it is. */
export async function saveSnapshot(sessionId: Id, state: SessionState): Promise<void> {
  await sqlClient()`
    insert into snapshots (session_id, seq, fold_version, state)
    values (${sessionId}, ${state.seq}, ${FOLD_VERSION}, ${JSON.stringify(state)}::text::json)
    on conflict (session_id) do update
      set seq = excluded.seq, fold_version = excluded.fold_version, state = excluded.state
      where snapshots.fold_version <> excluded.fold_version or snapshots.seq < excluded.seq`;
}

/** Forgets the cached state, which may be of a log that is no more. */
export async function dropSnapshot(sessionId: Id): Promise<void> {
  await sqlClient()`delete from snapshots where session_id = ${sessionId}`;
}
