import type { Metadata } from 'next';
import { pledgedMemberWho } from '@/app/pledged';
import { deliveriesOf } from '@/db/webhook-deliveries';
import { webhooksOf } from '@/db/webhooks';
import { MOST_WEBHOOKS } from '@/domain/webhooks';
import { Link } from '@/ui/link';
import { DeliveryLog } from './delivery-log';
import { NewWebhook } from './new-webhook';
import { WebhookForm } from './webhook-form';

interface WebhooksPageProps {
  params: Promise<{ lab: string }>;
}

const memberHere = (slug: string) => pledgedMemberWho(slug, 'webhook.change', `/labs/${slug}/settings/webhooks`);

export async function generateMetadata({ params }: WebhooksPageProps): Promise<Metadata> {
  await memberHere((await params).lab);
  return { title: 'Webhooks' };
}

/** Which other programs hear what becomes of the lab's deals; for hosts. */
export default async function WebhooksPage({ params }: WebhooksPageProps) {
  const { membership } = await memberHere((await params).lab);
  const { lab } = membership;
  const webhooks = await webhooksOf(membership);
  const logs = await Promise.all(webhooks.map(({ id }) => deliveriesOf(membership, id)));
  return (
    <main id="main" className="page">
      <p className="meta">
        <Link className="reach" href={`/labs/${lab.slug}/settings`}>
          Settings
        </Link>
      </p>
      <h1 className="mt-2">Webhooks</h1>
      <p className="soft mt-[10px] mb-9 max-w-[680px]">
        Another program, such as your CRM, is told when a session ends, a commitment is made or a check-in is recorded.
        It hears what the room may see, with deals by their alias.
      </p>
      {webhooks.map((webhook, at) => (
        <section key={webhook.id} className="set" aria-labelledby={`webhook-${webhook.id}`}>
          <div className="min-w-0">
            <h2 id={`webhook-${webhook.id}`} className="break-words">
              {new URL(webhook.url).host}
            </h2>
            <p className="meta">{webhook.enabled ? 'Switched on.' : 'Switched off: it is told nothing.'}</p>
          </div>
          <div className="min-w-0">
            <WebhookForm slug={lab.slug} webhook={webhook} />
            <DeliveryLog slug={lab.slug} webhookId={webhook.id} deliveries={logs[at] ?? []} />
          </div>
        </section>
      ))}
      <section className="set" aria-labelledby="new-webhook">
        <div>
          <h2 id="new-webhook">New webhook</h2>
          <p className="meta">At most {MOST_WEBHOOKS}.</p>
        </div>
        <NewWebhook slug={lab.slug} />
      </section>
    </main>
  );
}
