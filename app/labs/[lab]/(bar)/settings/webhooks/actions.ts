'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { errorsOf, typedIn, type FormState } from '@/app/form-state';
import { allowed, ifStillHost } from '@/app/labs/allowed';
import type { Membership } from '@/db/labs';
import { sendAgain, sendTest } from '@/db/webhook-deliveries';
import { addWebhook, changeWebhook, removeWebhook } from '@/db/webhooks';
import { isId } from '@/domain/people';
import { MOST_WEBHOOKS, WEBHOOK_EVENTS } from '@/domain/webhooks';
import { face } from '@/server/face';

/** A webhook as a host types it in. Whether its address may be reached is for the server to say. */
const newWebhook = z.object({
  url: z
    .string('Write an address.')
    .trim()
    .min(1, 'Write an address.')
    .max(1000, 'At most 1,000 characters.')
    .refine((url) => URL.canParse(url), 'Write a whole address, like https://crm.example.com/whetstone.'),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1, 'Choose at least one.'),
});

const GONE = 'It is not there any more.';

type Read = z.infer<typeof newWebhook>;

/** Adds a webhook; what is done is its secret, which is shown this once. */
export async function addThisWebhook(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const asked = await hostIn(typed.slug);
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const read = readFields(typed);
  if ('errors' in read) return read;
  const secret = face().webhooks.makeSecret();
  const added = await ifStillHost(addWebhook(membership, { ...read, secret }));
  if (added.refused !== undefined) return { message: added.refused };
  if (!added.made) {
    return { values: { url: read.url }, message: `A lab has at most ${MOST_WEBHOOKS} webhooks. Remove one first.` };
  }
  drawAnew(membership);
  return { done: secret };
}

/** Changes a webhook, or switches it. */
export async function changeThisWebhook(_: FormState<string>, form: FormData): Promise<FormState<string>> {
  const typed = typedIn(form);
  const asked = await hostIn(typed.slug);
  if (asked.refused !== undefined) return { message: asked.refused };
  const { membership } = asked;
  const read = readFields(typed);
  if ('errors' in read) return read;
  const { webhook = '' } = typed;
  if (!isId(webhook)) return { message: GONE };
  const changed = await ifStillHost(changeWebhook(membership, webhook, { ...read, enabled: 'enabled' in typed }));
  if (changed.refused !== undefined) return { message: changed.refused };
  drawAnew(membership);
  return changed.made ? { values: { url: read.url }, done: 'Saved.' } : { message: GONE };
}

/** Removes a webhook, with its log; gives a sentence where it doesn't. */
export async function removeThisWebhook(_: string | null, form: FormData): Promise<string | null> {
  const { slug, webhook = '' } = typedIn(form);
  const { membership, refused } = await hostIn(slug);
  if (refused !== undefined) return refused;
  if (isId(webhook)) await removeWebhook(membership, webhook);
  drawAnew(membership);
  return null;
}

/** Sends a test to a webhook, soon; gives a sentence. */
export async function sendThisTest(_: string | null, form: FormData): Promise<string> {
  const { slug, webhook = '' } = typedIn(form);
  const { membership, refused } = await hostIn(slug);
  if (refused !== undefined) return refused;
  if (!isId(webhook) || !(await sendTest(membership, webhook))) return GONE;
  return sent(membership, 'A test is on its way. Look again in a moment.');
}

/** Sends a delivery again; gives a sentence. */
export async function sendThisAgain(_: string | null, form: FormData): Promise<string> {
  const { slug, delivery = '' } = typedIn(form);
  const { membership, refused } = await hostIn(slug);
  if (refused !== undefined) return refused;
  if (!isId(delivery) || !(await sendAgain(membership, delivery))) return GONE;
  return sent(membership, 'On its way.');
}

/** Draws the log anew. */
export async function lookAgain(_: string | null, form: FormData): Promise<null> {
  const { membership } = await hostIn(typedIn(form).slug);
  if (membership) drawAnew(membership);
  return null;
}

function hostIn(slug = '') {
  return allowed(slug, 'webhook.change');
}

function readFields(typed: Record<string, string>): Read | (FormState<string> & { errors: Record<string, string> }) {
  const { url = '' } = typed;
  const parsed = newWebhook.safeParse({ url, events: WEBHOOK_EVENTS.filter((event) => event in typed) });
  if (!parsed.success) return { values: { url }, errors: errorsOf(parsed.error) };
  const unfit = face().webhooks.unfit(parsed.data.url);
  return unfit ? { values: { url }, errors: { url: unfit } } : parsed.data;
}

function sent(membership: Membership, words: string): string {
  face().webhooks.look();
  drawAnew(membership);
  return words;
}

function drawAnew({ lab }: Membership): void {
  revalidatePath(`/labs/${lab.slug}/settings/webhooks`);
}
