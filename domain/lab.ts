import { z } from 'zod';
import { isTimeZone } from './time-zone';
import { ROLES } from './vocabulary';

const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Give a time such as 17:00.')
  .transform((value) => value.padStart(5, '0'));

const minutes = (most: number) =>
  z.coerce
    .number('Give whole minutes.')
    .int('Give whole minutes.')
    .min(1, 'At least one minute.')
    .max(most, `At most ${most} minutes.`);

/** A link to the call that goes with a session; only the web's own kinds. */
const callUrl = z
  .string()
  .trim()
  .max(1000, 'At most 1,000 characters.')
  .refine((value) => value === '' || /^https?:\/\//i.test(value), 'Give a link that begins with https://.')
  .refine((value) => value === '' || URL.canParse(value), 'Give a whole link, such as https://meet.example/lab.')
  .transform((value) => (value === '' ? null : value));

const timeZone = z.string().trim().refine(isTimeZone, 'Choose a time zone.');

/** What the first host says about the lab. */
export const newLab = z.object({
  labName: z.string('Name the lab.').trim().min(1, 'Name the lab.').max(80, 'At most 80 characters.'),
  weekday: z.coerce.number('Choose a day.').int().min(1, 'Choose a day.').max(7, 'Choose a day.'),
  localTime: time,
  timeZone,
  present: minutes(60),
  clarify: minutes(60),
  coach: minutes(120),
  commit: minutes(60),
});
export type NewLab = z.infer<typeof newLab>;

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
  days: z.coerce.number('Choose how long it holds.').int().min(1, 'At least one day.').max(365, 'At most 365 days.'),
  maxUses: z.coerce
    .number('Give a whole number.')
    .int('Give a whole number.')
    .min(1, 'At least one.')
    .max(500, 'At most 500.'),
});
export type NewInvitation = z.infer<typeof newInvitation>;

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
