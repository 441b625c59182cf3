import type postgres from 'postgres';
import type { Id } from '@/domain/session';
import type { WebhookEvent } from '@/domain/webhooks';

/** Notes that webhooks are to be told of something that no session's log tells, in the transaction in which it happens. */
export async function tellWebhooks(
  tx: postgres.TransactionSql,
  { labId, type, aboutId }: { labId: Id; type: WebhookEvent; aboutId: Id },
): Promise<void> {
  await tx`insert into webhook_news (lab_id, type, about_id, at) values (${labId}, ${type}, ${aboutId}, now())`;
}
