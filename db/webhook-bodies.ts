import type postgres from 'postgres';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import type { WebhookEvent } from '@/domain/webhooks';
import { nameOf } from './names';
import { namesOf } from './people';

interface News {
  /** Of the delivery. */
  id: string;
  labId: string;
  type: WebhookEvent;
  aboutId: string;
  at: string;
}

/**
 * What a webhook is told: what the room may see, with deals by their alias, and people by the name and id that the room
 * knows; of a report that its author went on with all of it. Undefined where it is no longer there.
 */
export async function webhookBody(tx: postgres.TransactionSql, news: News): Promise<string | undefined> {
  const [lab] = await tx<{ slug: string; name: string }[]>`select slug, name from labs where id = ${news.labId}`;
  const data = await DATA[news.type](tx, news.aboutId);
  return lab && data && JSON.stringify({ id: news.id, type: news.type, at: news.at, lab, data });
}

interface Called {
  id: string;
  name: string;
}

/** What was to be told, with people called as the lab calls them now: whoever has left it meanwhile has no name there. */
export async function calledNow(labId: string, body: string): Promise<string> {
  const told = JSON.parse(body) as { data: Record<string, Partial<Called> | null> };
  const people = Object.values(told.data).filter(
    (one): one is Called => one?.id !== undefined && one.name !== undefined,
  );
  const names = await namesOf(
    labId,
    people.map(({ id }) => id),
  );
  for (const person of people) person.name = names.get(person.id) ?? FORMER_MEMBER;
  return JSON.stringify(told);
}

type Read = (tx: postgres.TransactionSql, id: string) => Promise<object | undefined>;

const DATA: Record<WebhookEvent, Read> = {
  'session.ended': async (tx, id) => {
    const [row] = await tx<{ data: object }[]>`
      select json_build_object(
        'session', json_build_object('id', e.id, 'number', e.number, 'startedAt', e.started_at, 'endedAt', e.ended_at),
        'deals', (select count(*) from turns where session_id = e.id and not put_off),
        'contributions', (select count(*) from contributions where session_id = e.id and gone is null),
        'commitments', (select count(*) from commitments where session_id = e.id)) as data
      from sessions e where e.id = ${id}`;
    return row?.data;
  },
  'commitment.made': async (tx, id) => {
    const [row] = await tx<{ data: object }[]>`
      select json_build_object(
        'commitment', json_build_object('id', c.id, 'decision', c.decision, 'nextStep', c.next_step, 'dueOn', c.due_on),
        'deal', ${deal(tx)}, 'rep', ${person(tx)},
        'session', json_build_object('id', e.id, 'number', e.number)) as data
      from commitments c join scenarios s on s.id = c.scenario_id join users u on u.id = c.rep_id
        join sessions e on e.id = c.session_id
      where c.id = ${id}`;
    return row?.data;
  },
  'checkin.recorded': async (tx, id) => {
    const [row] = await tx<{ data: object }[]>`
      select json_build_object(
        'checkIn', json_build_object('id', k.id, 'outcome', k.outcome, 'note', k.note),
        'commitment', json_build_object('id', c.id, 'decision', c.decision, 'nextStep', c.next_step),
        'deal', ${deal(tx)}, 'by', ${person(tx)},
        'session', case when e.id is not null then json_build_object('id', e.id, 'number', e.number) end) as data
      from checkins k join commitments c on c.id = k.commitment_id join scenarios s on s.id = c.scenario_id
        join users u on u.id = k.by_id left join sessions e on e.id = k.session_id
      where k.id = ${id}`;
    return row?.data;
  },
};

/** The account's alias, or the deal's title; nothing of one that was withdrawn. */
function deal(tx: postgres.TransactionSql) {
  return tx`json_build_object('id', s.id,
    'alias', case when s.stands <> 'withdrawn' then coalesce(s.account, s.title) end)`;
}

function person(tx: postgres.TransactionSql) {
  return tx`json_build_object('id', u.id, 'name', ${nameOf('s.lab_id', 'u.id')})`;
}
