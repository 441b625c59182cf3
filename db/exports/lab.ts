import { isoIn } from '../instants';
import type { Membership } from '../labs';
import { nameIn } from '../names';
import { exportTable, type ExportTable, type Source } from './table';

/**
 * Everything of a lab that its room may read, for whoever takes it along: the projections and nothing beside them. What
 * was taken back, hidden, never revealed or never released is not in it, for hosts neither; nor are emails.
 */
export function labExport({ lab }: Membership): ExportTable[] {
  return SOURCES.map((source) => exportTable({ ...source, about: lab.id }));
}

/** The titles of deals that were not withdrawn. */
const DEAL = `left join scenarios s on s.id = t.scenario_id and s.stands <> 'withdrawn'`;

const SOURCES: Omit<Source, 'about'>[] = [
  {
    name: 'lab',
    columns: {
      name: 'l.name',
      about: 'l.about',
      pledge: 'l.pledge',
      timeZone: 'l.time_zone',
      since: isoIn('l.created_at'),
    },
    from: 'labs l where l.id = $1::uuid',
    key: { 'l.id': 'uuid' },
  },
  {
    name: 'members',
    columns: { id: 'u.id', name: 'u.name', role: 'm.role', joinedAt: isoIn('m.joined_at') },
    from: 'members m join users u on u.id = m.user_id where m.lab_id = $1::uuid and u.email is not null',
    key: { 'm.user_id': 'uuid' },
  },
  {
    name: 'sessions',
    columns: {
      id: 'e.id',
      number: 'e.number',
      status: 'e.status',
      plannedAt: isoIn('e.starts_at'),
      startedAt: isoIn('e.started_at'),
      endedAt: isoIn('e.ended_at'),
    },
    from: 'sessions e where e.lab_id = $1::uuid',
    key: { 'e.number': 'int', 'e.id': 'uuid' },
  },
  {
    name: 'scenarios',
    columns: {
      id: 's.id',
      sessionId: 's.session_id',
      repId: 's.rep_id',
      rep: nameIn('s.lab_id', 's.rep_id'),
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
      otherLiveDeals: 's.other_live_deals',
      lifeOrDeath: 's.life_or_death',
      pipelineNote: 's.pipeline_note',
      stands: 's.stands',
      seconds: 's.seconds',
      carriedWeeks: 's.carried_weeks',
      submittedAt: isoIn('s.submitted_at'),
    },
    from: `scenarios s where s.lab_id = $1::uuid and s.stands <> 'withdrawn'`,
    key: { 's.submitted_at': 'timestamptz', 's.id': 'uuid' },
  },
  {
    name: 'turns',
    columns: {
      id: 't.id',
      sessionId: 't.session_id',
      scenarioId: 't.scenario_id',
      deal: 's.title',
      repId: 't.rep_id',
      rep: nameIn('t.lab_id', 't.rep_id'),
      startedAt: isoIn('t.started_at'),
      endedAt: isoIn('t.ended_at'),
      putOff: 't.put_off',
      votes: 't.votes',
      reveal: 't.reveal',
    },
    from: `turns t ${DEAL} where t.lab_id = $1::uuid`,
    key: { 't.started_at': 'timestamptz', 't.id': 'uuid' },
  },
  {
    name: 'contributions',
    columns: {
      id: 'c.id',
      sessionId: 'c.session_id',
      turnId: 'c.turn_id',
      deal: 's.title',
      authorId: 'c.author_id',
      author: nameIn('c.lab_id', 'c.author_id'),
      kind: 'c.kind',
      at: isoIn('c.at'),
      body: 'c.body',
      replyTo: 'c.reply_to',
      late: 'c.late',
      helpful: 'c.helpful',
      pinned: 'c.pinned',
      edited: 'c.edited',
      gone: 'c.gone',
    },
    from: `contributions c join turns t on t.id = c.turn_id ${DEAL}
      where c.lab_id = $1::uuid`,
    key: { 'c.at': 'timestamptz', 'c.id': 'uuid' },
  },
  {
    name: 'commitments',
    columns: {
      id: 't.id',
      sessionId: 't.session_id',
      turnId: 't.turn_id',
      scenarioId: 't.scenario_id',
      deal: 's.title',
      repId: 't.rep_id',
      rep: nameIn('t.lab_id', 't.rep_id'),
      decision: 't.decision',
      nextStep: 't.next_step',
      dueOn: 't.due_on::text',
      uses: 't.uses',
      madeAt: isoIn('t.made_at'),
    },
    from: `commitments t ${DEAL} where t.lab_id = $1::uuid`,
    key: { 't.made_at': 'timestamptz', 't.id': 'uuid' },
  },
  {
    name: 'check-ins',
    columns: {
      id: 'k.id',
      commitmentId: 'k.commitment_id',
      deal: 's.title',
      sessionId: 'k.session_id',
      byId: 'k.by_id',
      by: nameIn('k.lab_id', 'k.by_id'),
      at: isoIn('k.at'),
      outcome: 'k.outcome',
      note: 'k.note',
      ladder: 'k.ladder',
      lookingBack: 'k.looking_back',
    },
    from: `checkins k join commitments t on t.id = k.commitment_id ${DEAL}
      where k.lab_id = $1::uuid`,
    key: { 'k.at': 'timestamptz', 'k.id': 'uuid' },
  },
  {
    name: 'questions',
    columns: {
      id: 'q.id',
      sessionId: 'q.session_id',
      askedById: 'q.asked_by',
      askedBy: nameIn('q.lab_id', 'q.asked_by'),
      at: isoIn('q.at'),
      body: 'q.body',
    },
    from: `floor_questions q where q.lab_id = $1::uuid`,
    key: { 'q.at': 'timestamptz', 'q.id': 'uuid' },
  },
  {
    name: 'answers',
    columns: {
      questionId: 'a.question_id',
      byId: 'a.user_id',
      by: nameIn('q.lab_id', 'a.user_id'),
      at: isoIn('a.at'),
      body: 'a.body',
    },
    from: `floor_answers a join floor_questions q on q.id = a.question_id
      where q.lab_id = $1::uuid`,
    key: { 'a.question_id': 'uuid', 'a.user_id': 'uuid' },
  },
  {
    name: 'takeaways',
    columns: {
      sessionId: 'a.session_id',
      byId: 'a.user_id',
      by: nameIn('e.lab_id', 'a.user_id'),
      at: isoIn('a.at'),
      body: 'a.body',
    },
    from: `takeaways a join sessions e on e.id = a.session_id
      where e.lab_id = $1::uuid`,
    key: { 'a.session_id': 'uuid', 'a.user_id': 'uuid' },
  },
];
