import { v7 as newId } from 'uuid';
import { MOST_WEBHOOKS, type WebhookEvent } from '@/domain/webhooks';
import { sqlClient } from './connection';
import type { Membership } from './labs';

export interface Webhook {
  id: string;
  url: string;
  events: WebhookEvent[];
  enabled: boolean;
}

/** The lab's webhooks, the oldest first; never their secrets. */
export async function webhooksOf({ lab }: Membership): Promise<Webhook[]> {
  return sqlClient()<Webhook[]>`
    select id, url, events, enabled from webhooks where lab_id = ${lab.id} order by created_at, id limit ${MOST_WEBHOOKS}`;
}

/** Adds a webhook, switched on. False where the lab has as many as it may have. */
export async function addWebhook(
  { lab, userId }: Membership,
  made: { url: string; events: WebhookEvent[]; secret: string },
): Promise<boolean> {
  const sql = sqlClient();
  const added = await sql.begin(async (tx) => {
    // Two hosts at once don't make one too many.
    await tx`select id from labs where id = ${lab.id} for update`;
    return tx`
      insert into webhooks (id, lab_id, url, events, secret, created_by)
      select ${newId()}, ${lab.id}, ${made.url}, ${made.events}, ${made.secret}, ${userId}
      where (select count(*) from webhooks where lab_id = ${lab.id}) < ${MOST_WEBHOOKS}
      returning id`;
  });
  return added.length > 0;
}

/** Changes where and of what a webhook is told, or switches it. False where the lab has no such webhook. */
export async function changeWebhook(
  { lab, userId }: Membership,
  id: string,
  change: { url: string; events: WebhookEvent[]; enabled: boolean },
): Promise<boolean> {
  const changed = await sqlClient()`
    update webhooks set url = ${change.url}, events = ${change.events}, enabled = ${change.enabled},
      created_by = case when url <> ${change.url} or (${change.enabled} and not enabled) then ${userId} else created_by end
    where id = ${id} and lab_id = ${lab.id} returning id`;
  return changed.length > 0;
}

/** Removes a webhook, with what it was told; what waits is sent no more. */
export async function removeWebhook({ lab }: Membership, id: string): Promise<void> {
  await sqlClient()`delete from webhooks where id = ${id} and lab_id = ${lab.id}`;
}
