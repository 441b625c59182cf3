import { z } from 'zod';
import { counted } from './number-words';
import { optionalText, words } from './texts';
import { LIMITS, type Role } from './vocabulary';
import { GROWTH_CHECKS, REFLECTIONS } from './why-words';

export * from './why-words';

/** After so long "Do I still believe that?" comes back, and a growth line is worth another look. */
export const QUARTER_DAYS = 91;
const DAY_MS = 86_400_000;

/** Whether something has stood for a quarter; instants in ms. */
export function isStale(since: number, now: number): boolean {
  return now - since >= QUARTER_DAYS * DAY_MS;
}

const MONTH_DAYS = 365.25 / 12;

/** How long ago something was, to the month, and from two years on in whole years: "three months", "ten years". */
export function ageText(since: number, now: number): string {
  const months = Math.round((now - since) / DAY_MS / MONTH_DAYS);
  return months < 24 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year');
}

/** Whether what holds until a day (YYYY-MM-DD) holds no more; `now` in ms. It holds on that day, wherever one is. */
export function isExpired(day: string, now: number): boolean {
  return now >= Date.parse(day) + 1.5 * DAY_MS;
}

/** Whether a line of the growth log is worth another look: a quarter old, or where it holds until a day, expired. */
export function isWorthALook({ on, expiresOn }: { on: string; expiresOn: string | null }, now: number): boolean {
  return expiresOn ? isExpired(expiresOn, now) : isStale(Date.parse(on), now);
}

/** An answer, and its author's own day (YYYY-MM-DD) as they kept it. */
interface OfADay {
  body: string;
  day: string;
}

/** Whether an answer stands beside the newest as one of its own: in other words, or in the same ones on another day. */
export function isAnotherAnswer(newest: OfADay, written: OfADay): boolean {
  return newest.body !== written.body || newest.day !== written.day;
}

/** Who in a lab reads what a member shares with it: hosts and reps; never who listens in. */
export function readsShared(role: Role): boolean {
  return role !== 'observer';
}

export const reflectionKey = z.enum(REFLECTIONS);
export const growthCheck = z.enum(GROWTH_CHECKS);

/** An answer. */
export const reflectionBody = words(LIMITS.body);

/** The first day that a line of the growth log is about. */
const EARLIEST = '1900-01-01';
/** For so many years ahead a certification is believed to hold. */
const LONGEST_YEARS = 50;

const day = z.iso.date('Give a day.').refine((on) => on >= EARLIEST, 'Give a day from 1900 on.');
const blank = z.literal('').transform(() => undefined);

/** A line of the growth log as it may be written on a day of its owner's (YYYY-MM-DD): of what has been done by then. */
export const growthLine = (today: string) =>
  growthFields
    .refine(({ on }) => on <= today, { path: ['on'], message: 'Give a day that has come: today, or before.' })
    .refine(({ on, expiresOn }) => expiresOn === undefined || expiresOn >= on, {
      path: ['expiresOn'],
      message: 'It ends before it begins.',
    })
    .refine(({ expiresOn }) => expiresOn === undefined || expiresOn <= yearsAfter(today, LONGEST_YEARS), {
      path: ['expiresOn'],
      message: `Give a day at most ${LONGEST_YEARS} years from now.`,
    });

const growthFields = z.object({
  body: words(LIMITS.field),
  on: day,
  link: optionalText(LIMITS.field).refine((link) => link === undefined || isWebLink(link), {
    message: 'Give a link that begins with http:// or https://.',
  }),
  expiresOn: z.union([blank, day]).optional(),
});
export type GrowthLine = z.infer<typeof growthFields>;

function yearsAfter(on: string, years: number): string {
  return `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
}

/** Only what a browser opens as a page: no script, no file, no mail. */
export function isWebLink(link: string): boolean {
  try {
    const { protocol, username, password } = new URL(link);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}
