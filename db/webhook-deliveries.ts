import { v7 as newId } from 'uuid';
import type { WebhookEvent } from '@/domain/webhooks';
import { sqlClient } from './connection';
import type { Membership } from './labs';
import { calledNow, webhookBody } from './webhook-bodies';

const AT_ONCE = 100;
const LOG_LIMIT = 50;

/**
 * Turns what is to be told into deliveries, one for each webhook that wants it: each piece of news is taken once, by
 * one server, and is gone in the transaction in which its deliveries are there. Returns how many pieces were taken.
 */
export async function spreadNews(): Promise<number> {
  return sqlClient().begin(async (tx) => {
    const news = await tx<{ id: string; labId: string; type: WebhookEvent; aboutId: string; ms: number }[]>`
      select id, lab_id as "labId", type, about_id as "aboutId", (extract(epoch from at) * 1000)::float8 as ms
      from webhook_news order by id for update skip locked limit ${AT_ONCE}`;
    for (const one of news) {
      const hooks = await tx<{ id: string }[]>`
        select w.id from webhooks w join labs l on l.id = w.lab_id and l.deleted_at is null
        where w.lab_id = ${one.labId} and w.enabled and ${one.type} = any(w.events)`;
      if (hooks.length === 0) continue;
      for (const hook of hooks) {
        const id = newId();
        const body = await webhookBody(tx, { ...one, id, at: new Date(one.ms).toISOString() });
        if (body === undefined) continue;
        await tx`
          insert into webhook_deliveries (id, webhook_id, message_id, type, body)
          values (${id}, ${hook.id}, ${id}, ${one.type}, ${body})`;
      }
    }
    if (news.length > 0) await tx`delete from webhook_news where id = any(${news.map(({ id }) => id)}::bigint[])`;
    return news.length;
  });
}

/**
 * Hands what waits to the queue of jobs, the oldest first. A crash between the two hands it over again: the queue takes
 * each id once. Returns how many there were.
 */
export async function queueDeliveries(hand: (ids: string[]) => Promise<void>): Promise<number> {
  const sql = sqlClient();
  const rows = await sql<{ id: string }[]>`
    select id from webhook_deliveries where queued_at is null order by created_at limit ${AT_ONCE}`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await hand(ids);
  await sql`update webhook_deliveries set queued_at = now() where id = any(${ids}::uuid[])`;
  return ids.length;
}

export interface WaitingDelivery {
  id: string;
  messageId: string;
  type: string;
  body: string;
  url: string;
  secret: string;
  enabled: boolean;
}

/**
 * A delivery that is to be made yet, with people called as their lab calls them now; undefined where it was made, given
 * up, or its webhook is gone.
 */
export async function waitingDelivery(id: string): Promise<WaitingDelivery | undefined> {
  const [row] = await sqlClient()<(WaitingDelivery & { labId: string })[]>`
    select d.id, d.message_id as "messageId", d.type, d.body, w.url, w.secret, w.enabled, w.lab_id as "labId"
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id
    where d.id = ${id} and d.delivered_at is null and d.failed_at is null`;
  if (!row) return undefined;
  const { labId, ...delivery } = row;
  return { ...delivery, body: await calledNow(labId, delivery.body) };
}

/** Notes what came of a try: delivered, given up, or to be tried again. */
export async function noteTry(
  id: string,
  tried: { status: number | null; answer: string; tookMs: number; became: 'delivered' | 'failed' | 'waiting' },
): Promise<void> {
  await sqlClient()`
    update webhook_deliveries set attempts = attempts + 1, tried_at = now(), status = ${tried.status},
      answer = ${tried.answer}, took_ms = ${tried.tookMs},
      delivered_at = case when ${tried.became === 'delivered'} then now() end,
      failed_at = case when ${tried.became === 'failed'} then now() end
    where id = ${id}`;
}

export interface LoggedDelivery {
  id: string;
  messageId: string;
  type: string;
  attempts: number;
  status: number | null;
  answer: string | null;
  tookMs: number | null;
  /** ISO 8601; of the last try, or of its making. */
  at: string;
  became: 'delivered' | 'failed' | 'waiting';
}

/** What a webhook of the lab was told lately, the newest first. */
export async function deliveriesOf({ lab }: Membership, webhookId: string): Promise<LoggedDelivery[]> {
  const rows = await sqlClient()<(Omit<LoggedDelivery, 'at'> & { ms: number })[]>`
    select d.id, d.message_id as "messageId", d.type, d.attempts, d.status, d.answer, d.took_ms as "tookMs",
      (extract(epoch from coalesce(d.tried_at, d.created_at)) * 1000)::float8 as ms,
      case when d.delivered_at is not null then 'delivered' when d.failed_at is not null then 'failed' else 'waiting' end
        as became
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id
    where w.id = ${webhookId} and w.lab_id = ${lab.id} order by d.created_at desc, d.id desc limit ${LOG_LIMIT}`;
  return rows.map(({ ms, ...row }) => ({ ...row, at: new Date(ms).toISOString() }));
}

/** Sends a delivery again, as a line of its own with the number that its receiver knows. False where there is none. */
export async function sendAgain({ lab }: Membership, deliveryId: string): Promise<boolean> {
  const made = await sqlClient()`
    insert into webhook_deliveries (id, webhook_id, message_id, type, body)
    select ${newId()}, d.webhook_id, d.message_id, d.type, d.body
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id
    where d.id = ${deliveryId} and w.lab_id = ${lab.id} and d.body <> '' returning id`;
  return made.length > 0;
}

/** Puts a delivery that says no more than that it is a test. False where the lab has no such webhook. */
export async function sendTest({ lab }: Membership, webhookId: string): Promise<boolean> {
  const id = newId();
  const body = JSON.stringify({
    id,
    type: 'test',
    at: new Date().toISOString(),
    lab: { slug: lab.slug, name: lab.name },
    data: {},
  });
  const made = await sqlClient()`
    insert into webhook_deliveries (id, webhook_id, message_id, type, body)
    select ${id}, id, ${id}, 'test', ${body} from webhooks where id = ${webhookId} and lab_id = ${lab.id} returning id`;
  return made.length > 0;
}

/** Forgets deliveries that were made longer than `keepDays` ago. */
export async function tidyDeliveries(keepDays: number): Promise<void> {
  await sqlClient()`delete from webhook_deliveries where created_at < now() - ${keepDays} * interval '1 day'`;
}
