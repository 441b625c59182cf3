import type { Id } from '@/domain/session';
import { isoIn } from '../instants';
import { exportTable, type ExportTable, type Source } from './table';

/** Everything that is kept of a person, in every lab that they are or were in: their own words and reads, and nobody else's. */
export function ownExport(userId: Id): ExportTable[] {
  return SOURCES.map((source) => exportTable({ ...source, about: userId }));
}

const LAB = 'join labs l on l.id';

/** The title of a deal that is theirs, or that they may read as a member of its lab; null of any other. */
function dealOf(scenarioId: string): string {
  return `(
    select d.title from scenarios d where d.id = ${scenarioId} and (d.rep_id = $1::uuid or (d.stands <> 'withdrawn'
      and exists (select from members m where m.lab_id = d.lab_id and m.user_id = $1::uuid))))`;
}

/** The same of the deal that a turn was about. */
function dealOfTurn(turnId: string): string {
  return dealOf(`(select t.scenario_id from turns t where t.id = ${turnId})`);
}

/** What somebody did in sessions they were in, as the logs have it. */
function fromLogs(name: string, type: string, columns: Source['columns']): Omit<Source, 'about'> {
  return {
    name,
    columns: { lab: 'l.name', sessionId: 'e.session_id', at: isoIn('e.at'), ...columns },
    from: `events e join sessions s on s.id = e.session_id ${LAB} = s.lab_id
      where e.session_id in (select session_id from attendance where user_id = $1::uuid)
        and e.by = $1::uuid and e.type = '${type}'`,
    key: { 'e.session_id': 'uuid', 'e.seq': 'int' },
  };
}

/** What a host hid from the room, as its author last wrote it: they still see it there. Withdrawn words are for nobody. */
const HIDDEN_WORDS = `(
  select e.data ->> 'body' from events e
  where e.session_id = c.session_id and e.by = c.author_id and (
    (e.type = 'contribution.added' and e.data ->> 'id' = c.id::text)
    or (e.type = 'contribution.edited' and e.data ->> 'contributionId' = c.id::text))
  order by e.seq desc limit 1)`;

const SOURCES: Omit<Source, 'about'>[] = [
  {
    name: 'account',
    columns: {
      id: 'u.id',
      name: 'u.name',
      initials: 'u.initials',
      email: 'u.email',
      timeZone: 'u.time_zone',
      since: isoIn('u.created_at'),
    },
    from: 'users u where u.id = $1::uuid',
    key: { 'u.id': 'uuid' },
  },
  {
    name: 'labs',
    columns: { lab: 'l.name', role: 'm.role', joinedAt: isoIn('m.joined_at'), pledgedAt: isoIn('m.pledged_at') },
    from: `members m ${LAB} = m.lab_id where m.user_id = $1::uuid`,
    key: { 'm.lab_id': 'uuid' },
  },
  {
    name: 'scenarios',
    columns: {
      id: 's.id',
      lab: 'l.name',
      sessionId: 's.session_id',
      title: 's.title',
      account: 's.account',
      stage: 's.stage',
      amountMinor: 's.amount_minor::float8',
      currency: 's.currency',
      ageDays: 's.age_days',
      deadline: 's.deadline::text',
      story: 's.story',
      ask: 's.ask',
      tried: 's.tried',
      pain: 's.pain',
      money: 's.money',
      authority: 's.authority',
      ladder: 'p.ladder',
      pipeline: 'p.pipeline',
      stands: 's.stands',
      submittedAt: isoIn('s.submitted_at'),
    },
    from: `scenarios s ${LAB} = s.lab_id left join scenario_private p on p.scenario_id = s.id where s.rep_id = $1::uuid`,
    key: { 's.submitted_at': 'timestamptz', 's.id': 'uuid' },
  },
  {
    name: 'turns',
    columns: {
      id: 't.id',
      lab: 'l.name',
      sessionId: 't.session_id',
      scenarioId: 't.scenario_id',
      deal: dealOf('t.scenario_id'),
      startedAt: isoIn('t.started_at'),
      endedAt: isoIn('t.ended_at'),
      putOff: 't.put_off',
      reveal: 't.reveal',
    },
    from: `turns t ${LAB} = t.lab_id where t.rep_id = $1::uuid`,
    key: { 't.started_at': 'timestamptz', 't.id': 'uuid' },
  },
  fromLogs('reads', 'ladder.voted', {
    turnId: "e.data ->> 'turnId'",
    deal: dealOfTurn("(e.data ->> 'turnId')::uuid"),
    answers: "e.data -> 'answers'",
  }),
  {
    name: 'contributions',
    columns: {
      id: 'c.id',
      lab: 'l.name',
      sessionId: 'c.session_id',
      turnId: 'c.turn_id',
      deal: dealOfTurn('c.turn_id'),
      kind: 'c.kind',
      at: isoIn('c.at'),
      body: `case when c.gone = 'hidden' then ${HIDDEN_WORDS} else c.body end`,
      replyTo: 'c.reply_to',
      late: 'c.late',
      helpful: 'c.helpful',
      edited: 'c.edited',
      gone: 'c.gone',
    },
    from: `contributions c ${LAB} = c.lab_id where c.author_id = $1::uuid`,
    key: { 'c.at': 'timestamptz', 'c.id': 'uuid' },
  },
  {
    name: 'commitments',
    columns: {
      id: 'c.id',
      lab: 'l.name',
      turnId: 'c.turn_id',
      scenarioId: 'c.scenario_id',
      deal: dealOf('c.scenario_id'),
      decision: 'c.decision',
      nextStep: 'c.next_step',
      dueOn: 'c.due_on::text',
      uses: 'c.uses',
      madeAt: isoIn('c.made_at'),
    },
    from: `commitments c ${LAB} = c.lab_id where c.rep_id = $1::uuid`,
    key: { 'c.made_at': 'timestamptz', 'c.id': 'uuid' },
  },
  {
    name: 'check-ins',
    columns: {
      id: 'k.id',
      lab: 'l.name',
      commitmentId: 'k.commitment_id',
      deal: dealOf('(select c.scenario_id from commitments c where c.id = k.commitment_id)'),
      at: isoIn('k.at'),
      outcome: 'k.outcome',
      note: 'k.note',
      ladder: 'k.ladder',
      lookingBack: 'k.looking_back',
    },
    from: `checkins k ${LAB} = k.lab_id where k.by_id = $1::uuid`,
    key: { 'k.at': 'timestamptz', 'k.id': 'uuid' },
  },
  fromLogs('questions', 'floor.asked', { sealed: "e.data -> 'sealed'", body: "e.data ->> 'body'" }),
  fromLogs('notes to hosts', 'host.noted', { body: "e.data ->> 'body'" }),
  {
    name: 'answers',
    columns: { lab: 'l.name', questionId: 'a.question_id', at: isoIn('a.at'), body: 'a.body' },
    from: `floor_answers a join floor_questions q on q.id = a.question_id ${LAB} = q.lab_id where a.user_id = $1::uuid`,
    key: { 'a.question_id': 'uuid' },
  },
  {
    name: 'takeaways',
    columns: { lab: 'l.name', sessionId: 'a.session_id', at: isoIn('a.at'), body: 'a.body' },
    from: `takeaways a join sessions s on s.id = a.session_id ${LAB} = s.lab_id where a.user_id = $1::uuid`,
    key: { 'a.session_id': 'uuid' },
  },
  {
    name: 'attendance',
    columns: {
      lab: 'l.name',
      sessionId: 'a.session_id',
      role: 'a.role',
      from: isoIn('a.from_at'),
      until: isoIn('coalesce(a.until_at, a.seen_at)'),
    },
    from: `attendance a join sessions s on s.id = a.session_id ${LAB} = s.lab_id where a.user_id = $1::uuid`,
    key: { 'a.id': 'uuid' },
  },
  {
    name: 'notes',
    columns: {
      sessionId: 'n.session_id',
      scenarioId: 'n.scenario_id',
      deal: dealOf('n.scenario_id'),
      body: 'n.body',
      createdAt: isoIn('n.created_at'),
      updatedAt: isoIn('n.updated_at'),
    },
    from: 'notes n where n.user_id = $1::uuid',
    key: { 'n.id': 'uuid' },
  },
  {
    name: 'my why',
    columns: { question: 'r.question', body: 'r.body', day: 'r.day::text', writtenAt: isoIn('r.written_at') },
    from: 'reflections r where r.user_id = $1::uuid',
    key: { 'r.id': 'uuid' },
  },
  {
    name: 'growth log',
    columns: {
      check: 'g.growth_check',
      body: 'g.body',
      on: 'g.happened_on::text',
      link: 'g.link',
      expiresOn: 'g.expires_on::text',
      writtenAt: isoIn('g.written_at'),
    },
    from: 'growth_entries g where g.user_id = $1::uuid',
    key: { 'g.id': 'uuid' },
  },
  {
    name: 'shared',
    columns: { lab: 'l.name', what: 'h.what', sharedAt: isoIn('h.shared_at') },
    from: `shares h ${LAB} = h.lab_id where h.user_id = $1::uuid`,
    key: { 'h.lab_id': 'uuid', 'h.what': 'text' },
  },
  {
    name: 'drafts',
    columns: { lab: 'l.name', draft: 'd.data', updatedAt: isoIn('d.updated_at') },
    from: `drafts d ${LAB} = d.lab_id where d.user_id = $1::uuid`,
    key: { 'd.lab_id': 'uuid' },
  },
  {
    name: 'requests',
    columns: { lab: 'l.name', name: 'r.name', words: 'r.words', at: isoIn('r.created_at') },
    // An address that nobody has confirmed may be somebody else's.
    from: `requests r join users u on u.email = r.email and u.email_confirmed_at is not null ${LAB} = r.lab_id
      where u.id = $1::uuid`,
    key: { 'r.id': 'uuid' },
  },
  {
    name: 'mail choices',
    columns: { kind: 'c.kind', wanted: 'c.wanted', at: isoIn('c.at') },
    from: 'mail_choices c where c.user_id = $1::uuid',
    key: { 'c.kind': 'text' },
  },
  {
    name: 'sign-ins',
    columns: {
      device: 's.device',
      since: isoIn('s.created_at'),
      seenAt: isoIn('s.seen_at'),
      endedAt: isoIn('s.ended_at'),
    },
    from: 'sign_ins s where s.user_id = $1::uuid',
    key: { 's.id': 'uuid' },
  },
  {
    name: 'identities',
    columns: { issuer: 'i.issuer', subject: 'i.subject', since: isoIn('i.created_at') },
    from: 'identities i where i.user_id = $1::uuid',
    key: { 'i.issuer': 'text', 'i.subject': 'text' },
  },
];
