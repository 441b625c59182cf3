import { and, eq, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { MOST_WEBHOOKS, type WebhookEvent } from '@/domain/webhooks';
import { database, sqlClient } from './connection';
import { holdHosting } from './hosting';
import type { Membership } from './labs';
import { labs, webhooks } from './schema';

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

/** Adds a webhook, switched on. False where the lab has as many as it may have. Throws `HostNoMore` at whoever hosts no more. */
export async function addWebhook(
  membership: Membership,
  made: { url: string; events: WebhookEvent[]; secret: string },
): Promise<boolean> {
  const { lab, userId } = membership;
  return database().transaction(async (tx) => {
    // Two hosts at once don't make one too many.
    await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, lab.id)).for('no key update');
    await holdHosting(tx, membership, 'webhook.change');
    if ((await tx.$count(webhooks, eq(webhooks.labId, lab.id))) >= MOST_WEBHOOKS) return false;
    await tx.insert(webhooks).values({ id: newId(), labId: lab.id, ...made, createdBy: userId });
    return true;
  });
}

/**
 * Changes where and of what a webhook is told, or switches it. False where the lab has no such webhook. Throws
 * `HostNoMore` at whoever hosts no more.
 */
export async function changeWebhook(
  membership: Membership,
  id: string,
  change: { url: string; events: WebhookEvent[]; enabled: boolean },
): Promise<boolean> {
  const { lab, userId } = membership;
  const opened = sql`${webhooks.url} <> ${change.url} or (${change.enabled} and not ${webhooks.enabled})`;
  const changed = await database().transaction(async (tx) => {
    await holdHosting(tx, membership, 'webhook.change');
    return tx
      .update(webhooks)
      .set({ ...change, createdBy: sql`case when ${opened} then ${userId} else ${webhooks.createdBy} end` })
      .where(and(eq(webhooks.id, id), eq(webhooks.labId, lab.id)))
      .returning({ id: webhooks.id });
  });
  return changed.length > 0;
}

/** Removes a webhook, with what it was told; what waits is sent no more. */
export async function removeWebhook({ lab }: Membership, id: string): Promise<void> {
  await sqlClient()`delete from webhooks where id = ${id} and lab_id = ${lab.id}`;
}
