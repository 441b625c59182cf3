import { and, eq, sql } from 'drizzle-orm';
import { readsAsHost, redactState, roleIn, wasHeard, type Id, type Scenario } from '@/domain/session';
import { grantOf } from '@/domain/permissions';
import { database, sqlClient } from './connection';
import type { Membership } from './labs';
import { drafts, members, scenarios, users } from './schema';
import { eventsAfter, loadState } from './session-log';

/** What the member has begun to write for this lab, as it was stored, and when (ms since the epoch). */
export async function draftIn({ userId, lab }: Membership): Promise<{ data: unknown; savedAt: number } | undefined> {
  const [row] = await database()
    .select({ data: drafts.data, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.labId, lab.id)))
    .limit(1);
  return row && { data: row.data, savedAt: row.updatedAt.getTime() };
}

/** Keeps what is being written; what comes later replaces it. Returns when, in ms since the epoch. */
export async function keepDraft({ userId, lab }: Membership, data: Record<string, unknown>): Promise<number> {
  const [row] = await database()
    .insert(drafts)
    .values({ userId, labId: lab.id, data })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.labId], set: { data, updatedAt: sql`now()` } })
    .returning({ updatedAt: drafts.updatedAt });
  return row?.updatedAt.getTime() ?? 0;
}

/** Forgets the draft, once it was brought. */
export async function dropDraft({ userId, lab }: Membership): Promise<void> {
  await database()
    .delete(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.labId, lab.id)));
}

export interface EditableScenario {
  sessionId: Id;
  /** As the viewer may know it. */
  scenario: Scenario;
  /** The log's seq that it was read at: the `base` of an edit. */
  base: number;
  /** It was on the hot seat: it can't be withdrawn any more. */
  heard: boolean;
}

/**
 * A scenario of the lab that the viewer may edit now, in the session that it waits in or is heard in.
 * Undefined alike where it isn't there, isn't theirs to edit, or can't be edited any more.
 */
export async function editableScenario(membership: Membership, id: Id): Promise<EditableScenario | undefined> {
  const { lab, userId, role } = membership;
  const [row] = await database()
    .select({ sessionId: scenarios.sessionId })
    .from(scenarios)
    .where(and(eq(scenarios.id, id), eq(scenarios.labId, lab.id)))
    .limit(1);
  if (!row) return undefined;
  const { state } = await loadState(row.sessionId);
  const person = { id: userId, role };
  const seen = redactState(state, { id: userId, hosts: readsAsHost(state, person) });
  const scenario = seen.scenarios[id];
  const grant = grantOf(roleIn(state, person), 'scenario.edit');
  const may = grant === 'all' || (grant === 'own' && scenario?.repId === userId);
  const open = state.status === 'scheduled' || state.status === 'live' || state.status === 'closing';
  return scenario && may && open
    ? { sessionId: row.sessionId, scenario, base: state.seq, heard: wasHeard(state, id) }
    : undefined;
}

/** Who last changed a field of a scenario after `base`; undefined where nobody did. */
export async function changedBy(sessionId: Id, scenarioId: Id, field: string, base: number): Promise<Id | undefined> {
  const events = await eventsAfter(sessionId, base);
  const edit = events.findLast(
    (event) =>
      event.type === 'scenario.edited' && event.data.scenarioId === scenarioId && event.data.fields.includes(field),
  );
  return edit?.by ?? undefined;
}

/** Those for whom a host may bring a deal: hosts and reps, by name. */
export async function whoMayBring({ lab }: Membership): Promise<{ id: Id; name: string }[]> {
  return database()
    .select({ id: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.labId, lab.id), sql`${members.role} in ('host', 'rep')`))
    .orderBy(users.name)
    .limit(500);
}

/** The session that a deal goes into now: the live one, else the next, else the one that is closing, to be carried over. */
export async function sessionForDeals({
  lab,
}: Membership): Promise<{ id: Id; startsAt: number; live: boolean } | undefined> {
  const [row] = await sqlClient()<{ id: Id; startsAt: number; live: boolean }[]>`
    select id, (extract(epoch from starts_at) * 1000)::float8 as "startsAt", status = 'live' as live
    from sessions where lab_id = ${lab.id} and status in ('scheduled', 'live', 'closing')
    order by array_position(array['live', 'scheduled', 'closing'], status), starts_at, number limit 1`;
  return row;
}
