import { z } from 'zod';
import { callLink, isPhoneCall } from './call';
import { email, personName } from './people';
import { isDay, type EveryWeeks } from './schedule';
import { timeZoneNamed } from './time-zone';
import { ROLES } from './vocabulary';

const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Give a time such as 17:00.')
  .transform((value) => value.padStart(5, '0'));

/** A number as people type it, in digits alone. */
const inDigits = (missing: string) =>
  z
    .string(missing)
    .trim()
    .regex(/^\d+$/, missing)
    .transform((digits) => Number(digits));

const minutes = (most: number) =>
  inDigits('Give whole minutes.').pipe(z.number().min(1, 'At least one minute.').max(most, `At most ${most} minutes.`));

/** The call that goes with a session: a link of the web, or a number to ring, kept as it is typed. */
const callUrl = z
  .string()
  .trim()
  .max(1000, 'At most 1,000 characters.')
  .refine(
    (value) => value === '' || isPhoneCall(value) || /^https:\/\//i.test(value),
    'Give a link that begins with https://, or a number.',
  )
  .refine((value) => isPhoneCall(value) || !/\s/.test(value), 'Give the link alone: there is no space in one.')
  .refine(
    (value) => value === '' || URL.canParse(callLink(value)),
    'Give a whole link, such as https://meet.example/lab.',
  )
  .transform((value) => (value === '' ? null : value));

/** A lab's or a session's call, as a host types it. */
export const newCall = z.object({ callUrl });

/** A time zone as it is chosen, by its name as it is spelt. */
export const timeZone = z
  .string()
  .trim()
  .transform((typed) => timeZoneNamed(typed))
  .refine((zone) => zone !== undefined, 'Choose a time zone.');

const weekday = inDigits('Choose a day.').pipe(z.number().min(1, 'Choose a day.').max(7, 'Choose a day.'));

/** How long each phase of a turn takes. */
export const newPhases = z.object({
  present: minutes(60),
  clarify: minutes(60),
  coach: minutes(120),
  commit: minutes(60),
});

/** What a lab is called. */
export const newLabName = z.object({
  labName: z
    .string('Name the lab.')
    .trim()
    .min(1, 'Name the lab.')
    .max(80, 'At most 80 characters.')
    .refine((name) => !/[\p{Cc}\p{Surrogate}]/u.test(name), "This name holds a character that can't be kept."),
});

/** What the first host says about the lab. */
export const newLab = z.object({
  ...newLabName.shape,
  weekday,
  localTime: time,
  timeZone,
  ...newPhases.shape,
});
export type NewLab = z.infer<typeof newLab>;

const MOST_SKIPPED = 60;

/** Days one after the other, with commas. */
const dayList = z
  .string()
  .default('')
  .transform((value) => [...new Set(value.split(',').filter((day) => day !== ''))].sort());

/** When a lab meets, from a day on, and the days that are skipped, and were as its form was drawn. */
export const newSchedule = z.object({
  fromDay: z.iso.date('Choose a day.'),
  everyWeeks: z.enum(['1', '2', '4', '0'], 'Choose how often.').transform((value) => Number(value) as EveryWeeks),
  weekday,
  localTime: time,
  timeZone,
  durationMinutes: minutes(600),
  skipped: dayList
    .refine((days) => days.length <= MOST_SKIPPED, `At most ${MOST_SKIPPED} days.`)
    .refine((days) => days.every(isDay), 'Choose days that there are.'),
  skippedBefore: dayList,
});

/** A session that a host schedules by hand; day and time are the lab's own. */
export const newSession = z.object({
  day: z.iso.date('Choose a day.'),
  localTime: time,
  durationMinutes: minutes(600),
  callUrl,
});

/** An invitation link: the role it gives, for how many days, for how many people. */
export const newInvitation = z.object({
  role: z.enum(ROLES, 'Choose a role.'),
  days: inDigits('Choose how long it holds.').pipe(
    z.number().min(1, 'At least one day.').max(365, 'At most 365 days.'),
  ),
  maxUses: inDigits('Give a whole number.').pipe(z.number().min(1, 'At least one.').max(500, 'At most 500.')),
});
export type NewInvitation = z.infer<typeof newInvitation>;

const said = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `At most ${most.toLocaleString('en')} characters.`)
    .refine(isStorable, "This holds a character that can't be kept.");

/** What somebody says who asks to join a lab by its public page. */
export const newRequest = z.object({
  name: personName,
  email,
  sells: said(200, 'Say what you sell, and to whom.'),
  deal: said(1000, 'Say in two sentences which deal you would bring.'),
});
export type NewRequest = z.infer<typeof newRequest>;

/** What a host answers to it. Nobody who is unknown to the lab becomes its host by asking. */
export const ACCEPTED_AS = ['rep', 'observer'] as const;
export type AcceptedAs = (typeof ACCEPTED_AS)[number];

/** The words that everybody agrees to; lines end as they are kept. */
export const newPledge = z.object({
  pledge: said(500, 'Write what everybody agrees to.').transform((words) => words.replaceAll('\r\n', '\n')),
});

/** What a lab shows of itself, and whether to everybody. */
export const newPublicPage = z.object({
  about: z
    .string()
    .trim()
    .max(1000, 'At most 1,000 characters.')
    .refine(isStorable, "This holds a character that can't be kept."),
  shown: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
});

/** Whether a text has nothing that jsonb can't hold: no NUL, no half of a character. */
function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/** A link by which observers without an account listen in to one session. */
export const newGuestLink = z.object({
  sessionId: z.uuid('Choose a session.'),
  days: newInvitation.shape.days,
  maxUses: newInvitation.shape.maxUses,
});

/** A name as an address has it: `Thursday Lab` is `thursday-lab`. Never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'lab';
}
