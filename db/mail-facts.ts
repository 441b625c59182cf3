import type { MailData } from '@/domain/mail/data';
import type { MailFacts, MailLab } from '@/domain/mail/facts';
import type { MailKind } from '@/domain/mail/kinds';
import { addressGone } from './aside';
import { sqlClient } from './connection';
import type { StoredMail } from './outbox';
import { dueFacts, usedFacts } from './mail-deal-facts';
import { cancelledFacts, carriedFacts, movedFacts, recapFacts, reminderFacts } from './mail-session-facts';

const REQUEST_LIMIT = 100;
/** So many are told of in their own words. */
const TOLD_REQUESTS = 5;

/** The lab and the reader of a mail; the reader is there only as long as they may know what it says. */
export interface MailFrame {
  to: string;
  lab: (MailLab & { id: string }) | undefined;
  userId: string | undefined;
  sessionId: string | undefined;
  now: number;
}

type Reading<Kind extends MailKind> = (
  data: MailData[Kind],
  frame: MailFrame,
) => Promise<MailFacts[Kind] | undefined> | MailFacts[Kind] | undefined;

const READINGS: { [Kind in MailKind]: Reading<Kind> } = {
  invitation: ({ token, role, by, until }, { lab, now }) =>
    lab && stillHolds(until, now) ? { lab, token, role, by, until: Date.parse(until) } : undefined,
  request: async ({ requestId }, { lab, userId }) => {
    if (!lab) return undefined;
    const waiting = await sqlClient()<MailFacts['request']['asking']>`
      select r.name, r.email, r.words from requests r
        join requests f on f.id = ${requestId} and f.lab_id = r.lab_id and f.created_at <= r.created_at
        join members m on m.lab_id = r.lab_id and m.user_id = ${userId ?? null} and m.role = 'host'
      where r.lab_id = ${lab.id} and r.decided_at is null and not ${sqlClient().unsafe(addressGone('r.email'))}
      order by r.created_at limit ${REQUEST_LIMIT}`;
    const asking = waiting.slice(0, TOLD_REQUESTS);
    return asking.length > 0 ? { lab, asking, more: waiting.length - asking.length } : undefined;
  },
  answer: ({ token, role }, { lab }) => lab && { lab, ...(token && role ? { accepted: { token, role } } : {}) },
  reminder_day: reminderFacts,
  reminder_hour: reminderFacts,
  session_moved: movedFacts,
  session_cancelled: cancelledFacts,
  commitment_due: dueFacts,
  words_used: usedFacts,
  carried_over: carriedFacts,
  recap: recapFacts,
  password_reset: ({ token, until }, { now }) =>
    stillHolds(until, now) ? { token, until: Date.parse(until) } : undefined,
  password_link: ({ by, lab }) => ({ by, lab }),
  email_confirmation: ({ token, until }, { now }) =>
    stillHolds(until, now) ? { token, until: Date.parse(until) } : undefined,
  address_changed: ({ address }) => ({ address }),
};

export interface ReadMail<Kind extends MailKind = MailKind> {
  kind: Kind;
  facts: MailFacts[Kind];
  labName: string | undefined;
}

/**
 * What a mail is to say, as things stand now; undefined where they no longer stand so: moved again, cancelled, reported
 * on, past its end, or its reader has left.
 */
export async function readMail(mail: StoredMail, now = Date.now()): Promise<ReadMail | undefined> {
  const because = 'because' in mail.data ? mail.data.because : undefined;
  const lab = mail.labId === null ? undefined : await labOf(mail.labId, mail.userId, because);
  const frame: MailFrame = {
    to: mail.to,
    lab,
    userId: mail.userId ?? undefined,
    sessionId: mail.sessionId ?? undefined,
    now,
  };
  const read = READINGS[mail.kind] as Reading<MailKind>;
  // The row was written with what its kind needs: `putMail` asks for it.
  const facts = await read(mail.data as unknown as MailData[MailKind], frame);
  return facts && { kind: mail.kind, facts, labName: lab?.name };
}

/**
 * The lab, with its reader's zone: where it isn't known, or they have no account, the lab's own. One that is put away or
 * deleted has nothing to say but that.
 */
async function labOf(labId: string, userId: string | null, because: unknown): Promise<MailFrame['lab']> {
  const [row] = await sqlClient()<(MailLab & { id: string })[]>`
    select id, name, slug,
      coalesce((select u.time_zone from users u where u.id = ${userId}), labs.time_zone) as zone
    from labs where id = ${labId} and (deleted_at is not null) = ${because === 'deleted'}
      and (${because === 'deleted'} or (archived_at is not null) = ${because === 'archived'})`;
  return row;
}

function stillHolds(until: string, now: number): boolean {
  return Date.parse(until) > now;
}
