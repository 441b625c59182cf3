import type postgres from 'postgres';
import { wordsIn } from '@/domain/search';
import type { Id } from '@/domain/session';
import type { PlaceKind } from '@/domain/history-query';
import { sqlClient } from './connection';
import { refreshStandings } from './standings';

/** How many events are followed in one transaction. */
const STEP = 500;

/** A transaction, or the pool. */
export type Tx = postgres.Sql | postgres.TransactionSql;

/** The sessions whose logs have grown beyond their places; with `all`, those too that ended long ago. */
export async function sessionsToFollow(all: boolean): Promise<Id[]> {
  const sql = sqlClient();
  const rows = await sql<{ id: Id }[]>`
    select s.id from sessions s left join place_heads h on h.session_id = s.id
    where ${all ? sql`true` : sql`(s.status in ('scheduled', 'live', 'closing') or s.ended_at > now() - interval '1 hour')`}
      and exists (select 1 from events e where e.session_id = s.id and e.seq > coalesce(h.seq, 0))
    order by s.starts_at limit 200`;
  return rows.map(({ id }) => id);
}

/**
 * Brings the places of a session's next events up to what history says now. True where there is more to follow; false
 * at the log's end, and where another server is at it.
 */
export async function followLog(sessionId: Id): Promise<boolean> {
  const result = await sqlClient().begin(async (tx) => {
    await tx`insert into place_heads (session_id, seq) values (${sessionId}, 0) on conflict do nothing`;
    const [head] = await tx<{ seq: number }[]>`
      select seq from place_heads where session_id = ${sessionId} for update skip locked`;
    if (!head) return false;
    const events = await tx<{ seq: number; source: Id | null }[]>`
      select e.seq, ${sourceOf(tx)} as source from events e
      where e.session_id = ${sessionId} and e.seq > ${head.seq} order by e.seq limit ${STEP}`;
    const last = events.at(-1);
    if (!last) return false;
    await replacePlaces(tx, [...new Set(events.flatMap(({ source }) => source ?? []))]);
    await tx`update place_heads set seq = ${last.seq} where session_id = ${sessionId}`;
    return events.length === STEP;
  });
  return result;
}

/**
 * Replaces all places in these rows of history by what those say now, and how their deals stand; what is gone there is
 * gone here.
 */
export async function replacePlaces(tx: Tx, sources: readonly Id[]): Promise<void> {
  if (sources.length === 0) return;
  await refreshStandings(tx, sources);
  const texts = await textsIn(tx, sources);
  const rows = texts.flatMap((text) => {
    const words = [...new Set(wordsIn(text.body).map(({ word }) => word))];
    return words.length === 0 ? [] : [{ ...text, words }];
  });
  await tx`delete from places where source = any(${[...sources]}::uuid[])`;
  if (rows.length === 0) return;
  await tx`
    insert into places (source, part, lab_id, session_id, scenario_id, kind, author_id, at, body, vector)
    select source, part, lab_id, session_id, scenario_id, kind, author_id, at, body,
      array_to_tsvector(words) || to_tsvector('english', array_to_string(words, ' '))
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(source uuid, part text, lab_id uuid,
      session_id uuid, scenario_id uuid, kind text, author_id uuid, at timestamptz, body text, words text[])`;
  const words = new Map(
    rows.flatMap((row) => row.words.map((word) => [`${row.lab_id} ${word}`, { lab_id: row.lab_id, word }])),
  );
  await tx`
    insert into place_words (lab_id, word)
    select lab_id, word from json_to_recordset(${JSON.stringify([...words.values()])}::text::json) as r(lab_id uuid, word text)
    order by lab_id, word on conflict do nothing`;
}

/** The row of history that an event's texts are in, as an expression on `events e`; null where it has none. */
export function sourceOf(tx: Tx): postgres.PendingQuery<postgres.Row[]> {
  return tx`(case e.type
    when 'contribution.added' then e.data ->> 'id'
    when 'contribution.edited' then e.data ->> 'contributionId'
    when 'contribution.withdrawn' then e.data ->> 'contributionId'
    when 'contribution.hidden' then e.data ->> 'contributionId'
    when 'scenario.submitted' then e.data ->> 'id'
    when 'scenario.carried' then e.data ->> 'id'
    when 'scenario.edited' then e.data ->> 'scenarioId'
    when 'scenario.withdrawn' then e.data ->> 'scenarioId'
    when 'ladder.revealed' then e.data ->> 'turnId'
    when 'commitment.made' then e.data ->> 'id'
    when 'checkin.recorded' then e.data ->> 'commitmentId'
    when 'floor.asked' then e.data ->> 'id'
    when 'floor.released' then e.data ->> 'questionId'
    when 'floor.answered' then e.data ->> 'questionId'
    when 'takeaway.left' then e.session_id::text
  end)::uuid`;
}

interface Text {
  source: Id;
  part: string;
  lab_id: Id;
  session_id: Id;
  scenario_id: Id | null;
  kind: PlaceKind;
  author_id: Id;
  at: string;
  body: string;
}

/** Every text of these rows, as the projections hold them: what the whole room may see. */
async function textsIn(tx: Tx, sources: readonly Id[]): Promise<Text[]> {
  const these = tx`any(${[...sources]}::uuid[])`;
  return tx<Text[]>`
    select w.id as source, 'words' as part, w.lab_id, w.session_id, t.scenario_id, w.kind, w.author_id, w.at, w.body
      from contributions w join turns t on t.id = w.turn_id where w.id = ${these} and w.gone is null
    union all select s.id, v.part, s.lab_id, s.session_id, s.id, 'deal', s.rep_id, s.submitted_at, v.body
      from scenarios s, lateral (values ('title', s.title), ('account', s.account), ('stage', s.stage),
        ('story', s.story), ('ask', s.ask), ('tried', s.tried), ('pain', s.pain), ('money', s.money),
        ('authority', s.authority), ('pipeline', s.pipeline_note)) as v(part, body)
      where s.id = ${these} and s.stands <> 'withdrawn' and v.body is not null
    union all select t.id, v.rung::text, t.lab_id, t.session_id, t.scenario_id, 'evidence', t.rep_id,
        (t.reveal ->> 'at')::timestamptz, v.body
      from turns t, lateral jsonb_array_elements_text(t.reveal -> 'evidence') with ordinality as v(body, rung)
      where t.id = ${these} and v.body is not null
    union all select c.id, 'next_step', c.lab_id, c.session_id, c.scenario_id, 'next_step', c.rep_id, c.made_at,
        c.next_step
      from commitments c where c.id = ${these} and c.next_step is not null
    union all select c.id, k.id::text, k.lab_id, coalesce(k.session_id, c.session_id), c.scenario_id, 'check_in',
        k.by_id, k.at, k.note
      from commitments c join checkins k on k.commitment_id = c.id where c.id = ${these} and k.note is not null
    union all select c.id, concat(v.rung, ' ', k.id), k.lab_id, coalesce(k.session_id, c.session_id), c.scenario_id,
        'evidence', k.by_id, k.at, v.one ->> 'evidence'
      from commitments c join checkins k on k.commitment_id = c.id,
        lateral jsonb_array_elements(k.ladder) with ordinality as v(one, rung)
      where c.id = ${these} and v.one ->> 'evidence' is not null
    union all select q.id, 'question', q.lab_id, q.session_id, null, 'floor', q.asked_by, q.at, q.body
      from floor_questions q where q.id = ${these}
    union all select q.id, a.user_id::text, q.lab_id, q.session_id, null, 'floor', a.user_id, a.at, a.body
      from floor_questions q join floor_answers a on a.question_id = q.id where q.id = ${these}
    union all select t.session_id, t.user_id::text, s.lab_id, t.session_id, null, 'takeaway', t.user_id, t.at, t.body
      from takeaways t join sessions s on s.id = t.session_id where t.session_id = ${these}`;
}
