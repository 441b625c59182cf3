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
