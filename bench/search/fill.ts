import { v7 as newId } from 'uuid';
import { database, sqlClient } from '@/db/connection';
import { createLab } from '@/db/labs';
import { replacePlaces } from '@/db/places';
import { sentence, seeded, type Random } from './words';

const WORDS_PER_TURN = 24;
const TURNS_PER_SESSION = 4;
const PEOPLE = 14;
/** So many of them are in the lab no more. */
const LEFT = 2;
/** So many places are written at a time. */
const STEP = 5000;
/** Events of the newest session that the places have not come to. */
const BEHIND = 20;
/** A share of a second lab that the asker is not in, so that others' words are in the way as they are in life. */
const OTHERS = 0.2;
const KINDS = ['question', 'advice', 'challenge', 'story', 'resource', 'answer'] as const;
const OUTCOMES = ['advanced', 'won', 'lost', 'moved_on', 'no_change'] as const;
const STAGES = ['Discovery', 'Proposal', 'Pilot', 'Negotiation', 'Renewal'];
const TEAM = {
  weekday: 4,
  localTime: '17:00',
  timeZone: 'Europe/London',
  present: 3,
  clarify: 5,
  coach: 10,
  commit: 2,
};
const DAY_MS = 86_400_000;

/** A lab whose history is full. */
export interface Filled {
  labId: string;
  /** Its members. */
  people: string[];
}

/** Fills a lab with so many contributions, and with the deals, turns, commitments and check-ins around them; and another one besides. */
export async function fillHistory(contributions: number): Promise<Filled> {
  const random = seeded(7);
  const filled = await fillLab(random, contributions);
  await fillLab(random, Math.round(contributions * OTHERS));
  await sqlClient()`analyze`;
  return filled;
}

type Row = Record<string, unknown>;

async function fillLab(random: Random, contributions: number): Promise<Filled> {
  const { id: labId } = await database().transaction((tx) => createLab(tx, { labName: 'Thursday Lab', ...TEAM }));
  const people = Array.from({ length: PEOPLE }, () => newId());
  await insert(
    'users',
    people.map((id, at) => ({ id, name: `Rep ${at + 1}`, email: `${id}@bench.example` })),
  );
  await insert(
    'members',
    people.slice(LEFT).map((id) => ({ lab_id: labId, user_id: id, role: 'rep', joined_at: iso(Date.now()) })),
  );
  const turns = Math.ceil(contributions / WORDS_PER_TURN);
  const sessions = Math.ceil(turns / TURNS_PER_SESSION);
  const began = Date.now() - sessions * 7 * DAY_MS;
  // In the order in which they rest on one another.
  const rows: Record<string, Row[]> = {
    sessions: [],
    scenarios: [],
    turns: [],
    contributions: [],
    commitments: [],
    checkins: [],
  };
  let left = contributions;
  for (let number = 1; number <= sessions; number += 1) {
    const at = began + number * 7 * DAY_MS;
    const session = newId();
    rows.sessions?.push({
      id: session,
      lab_id: labId,
      number,
      starts_at: iso(at),
      duration_minutes: 90,
      status: 'ended',
      started_at: iso(at),
      ended_at: iso(at + 5_400_000),
    });
    for (let turn = 0; turn < TURNS_PER_SESSION && left > 0; turn += 1) {
      const said = Math.min(left, WORDS_PER_TURN);
      left -= said;
      fillTurn(random, rows, { labId, session, people, at: at + turn * 1_200_000, said });
    }
  }
  for (const [table, list] of Object.entries(rows)) await insert(table, list);
  const sources = ['scenarios', 'turns', 'contributions', 'commitments'].flatMap((table) => rows[table] ?? []);
  for (let from = 0; from < sources.length; from += STEP) {
    const some = sources.slice(from, from + STEP).map(({ id }) => String(id));
    await replacePlaces(sqlClient(), some);
  }
  await fillLogs(labId);
  return { labId, people: people.slice(LEFT) };
}

/** The logs behind the contributions, followed but for the last few events of the newest one: a room that meets just now. */
async function fillLogs(labId: string): Promise<void> {
  const sql = sqlClient();
  await sql`
    insert into events (session_id, seq, at, "by", type, v, data, command_id)
    select session_id, row_number() over (partition by session_id order by at, id), at, author_id, 'contribution.added', 1,
      jsonb_build_object('id', id, 'turnId', turn_id, 'kind', kind, 'body', body), gen_random_uuid()
    from contributions where lab_id = ${labId}`;
  await sql`
    insert into place_heads (session_id, seq)
    select s.id, max(e.seq) - case when s.number = max(s.number) over () then ${BEHIND} else 0 end
    from sessions s join events e on e.session_id = s.id where s.lab_id = ${labId} group by s.id, s.number`;
}

interface TurnAt {
  labId: string;
  session: string;
  /** Whoever has ever been in the lab. */
  people: string[];
  at: number;
  said: number;
}

function fillTurn(random: Random, rows: Record<string, Row[]>, { labId, session, people, at, said }: TurnAt): void {
  const [scenario, turn, commitment] = [newId(), newId(), newId()];
  const rep = random.of(people);
  const rung = Math.floor(random.next() * 6);
  rows.scenarios?.push({
    id: scenario,
    lab_id: labId,
    session_id: session,
    rep_id: rep,
    title: sentence(random, 6),
    account: sentence(random, 2),
    stage: random.of(STAGES),
    story: sentence(random, 70),
    ask: sentence(random, 14),
    tried: sentence(random, 30),
    pain: sentence(random, 9),
    stands: 'heard',
    deferred: false,
    seconds: 2,
    carried_weeks: 0,
    submitted_at: iso(at - 3 * DAY_MS),
  });
  const totals = [1, 2, 3, 4, 5].map((one) =>
    rung === 0 || one < rung ? { yes: 5, unsure: 1, no: 0 } : { yes: 1, unsure: 2, no: 3 },
  );
  const evidence = [0, 1, 2, 3, 4].map((one) => (one === 2 ? sentence(random, 10) : null));
  const reveal = {
    read: ['yes', 'yes', 'yes', 'unsure', 'no'],
    evidence,
    totals,
    lowestOpenRung: rung === 0 ? null : rung,
    at: iso(at + 600_000),
  };
  rows.turns?.push({
    id: turn,
    lab_id: labId,
    session_id: session,
    scenario_id: scenario,
    rep_id: rep,
    started_at: iso(at),
    ended_at: iso(at + 1_100_000),
    votes: 6,
    reveal,
  });
  for (let one = 0; one < said; one += 1) {
    rows.contributions?.push({
      id: newId(),
      lab_id: labId,
      session_id: session,
      turn_id: turn,
      author_id: random.of(people),
      kind: random.of(KINDS),
      body: sentence(random, 8 + Math.floor(random.next() * 24)),
      at: iso(at + one * 20_000),
      late: false,
      helpful: random.next() < 0.15,
      pinned: random.next() < 0.03,
      edited: false,
    });
  }
  rows.commitments?.push({
    id: commitment,
    lab_id: labId,
    session_id: session,
    turn_id: turn,
    scenario_id: scenario,
    rep_id: rep,
    decision: random.of(['pursue', 'change', 'move_on']),
    next_step: sentence(random, 14),
    due_on: iso(at + 7 * DAY_MS).slice(0, 10),
    uses: [],
    uses_of: [],
    made_at: iso(at + 1_000_000),
  });
  if (random.next() < 0.8) {
    rows.checkins?.push({
      id: newId(),
      lab_id: labId,
      commitment_id: commitment,
      by_id: rep,
      outcome: random.of(OUTCOMES),
      note: sentence(random, 12),
      at: iso(at + 5 * DAY_MS),
    });
  }
}

async function insert(table: string, rows: readonly Row[]): Promise<void> {
  const sql = sqlClient();
  for (let from = 0; from < rows.length; from += STEP) {
    const some = rows.slice(from, from + STEP);
    const columns = Object.keys(some[0] ?? {});
    await sql`
      insert into ${sql(table)} (${sql(columns)})
      select ${sql(columns)} from json_populate_recordset(null::${sql(table)}, ${JSON.stringify(some)}::text::json)`;
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
