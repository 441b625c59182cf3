import { z } from 'zod';

/** What a lab's webhooks can be told of. */
export const WEBHOOK_EVENTS = ['session.ended', 'commitment.made', 'checkin.recorded'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What each is, in words for a host. */
export const WEBHOOK_WORDS: Record<WebhookEvent, string> = {
  'session.ended': 'A session ended',
  'commitment.made': 'A commitment was made or changed',
  'checkin.recorded': 'A check-in was recorded',
};

/** How many a lab may have. */
export const MOST_WEBHOOKS = 10;

/** A webhook as a host types it in. Whether its address may be reached is for the server to say. */
export const newWebhook = z.object({
  url: z
    .string('Write an address.')
    .trim()
    .min(1, 'Write an address.')
    .max(1000, 'At most 1,000 characters.')
    .refine((url) => URL.canParse(url), 'Write a whole address, like https://crm.example.com/whetstone.'),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1, 'Choose at least one.'),
});
