'use server';

import { revalidatePath } from 'next/cache';
import { v7 as newId } from 'uuid';
import { memberOf } from '@/app/current-person';
import { errorsOf, kept, typedIn, type FormState } from '@/app/form-state';
import { PLEDGE_FIRST } from '@/app/labs/allowed';
import {
  mayReport,
  ownerOfCommitment,
  recordCheckIn,
  reportedSince,
  runningSession,
  type LastReport,
  type Recorded,
} from '@/db/checkins';
import type { Membership } from '@/db/labs';
import type { RefusalCode } from '@/domain/errors';
import { ARCHIVED } from '@/domain/lab-permissions';
import { commandData, UNREADABLE, type CommandData } from '@/domain/protocol';
import { FINAL_OUTCOMES } from '@/domain/vocabulary';
import { face } from '@/server/face';
import { isLookCarried } from './looked-back';
import { evidenceErrors, ladderFault } from './ladder-faults';
import { ladderTyped } from './typed-ladder';

/** What the session under way has nothing to do with: the report stands beside it. */
const BESIDE: ReadonlySet<RefusalCode> = new Set(['not_found', 'wrong_status']);

/**
 * Records what became of a commitment: into the log of the session under way, or beside it. Where something else was
 * reported since the form was begun, that comes back, and what was typed, to be sent again.
 */
export async function recordOutcome(_: FormState<Recorded>, form: FormData): Promise<FormState<Recorded>> {
  const typed = typedIn(form);
  const { slug = '', commitmentId, outcome, note, lookingBack, seen = '' } = typed;
  const { membership } = await memberOf(slug);
  const refused = (message: string): FormState<Recorded> => ({ values: kept(typed), message });
  if (!membership.pledgedAt) return refused(PLEDGE_FIRST);
  if (membership.lab.archivedAt) return refused(ARCHIVED);
  const isEnd = FINAL_OUTCOMES.some((end) => end === outcome);
  const parsed = commandData['checkin.record'].safeParse({
    commitmentId,
    outcome,
    note,
    ladder: ladderTyped(typed),
    seen,
    // What a form only carried along from a report of an end isn't said of a deal that goes on.
    ...(lookingBack && (isEnd || !isLookCarried(typed)) ? { lookingBack: Number(lookingBack) } : {}),
  });
  if (!parsed.success) {
    const errors = errorsOf(parsed.error);
    const fault = errors.outcome ?? errors.note ?? errors.lookingBack ?? ladderFault(typed);
    return {
      // Anything else the form itself carries, and nobody typed.
      ...refused(fault ?? UNREADABLE),
      errors: { ...errors, ...evidenceErrors(typed) },
    };
  }
  const owner = await ownerOfCommitment(membership, parsed.data.commitmentId);
  if (!owner) return refused('That commitment is not in this lab.');
  if (!mayReport(membership, owner)) return refused('Only its rep and the hosts say what became of it.');
  const newer = await record(membership, parsed.data, typed);
  if (newer && 'message' in newer) return refused(newer.message);
  if (newer) return { values: kept(typed), done: { newer } };
  revalidatePath(`/labs/${slug}`);
  return { done: { recorded: true } };
}

/** Records it where it belongs; what came in since the form was begun, or why it can't be, where it is not recorded. */
async function record(
  membership: Membership,
  report: CommandData<'checkin.record'>,
  typed: Record<string, string>,
): Promise<LastReport | { message: string } | undefined> {
  const { seen = '', lookingBack } = typed;
  const session = await runningSession(membership);
  if (session) {
    // What was reported before the session began is in no log of it.
    const before = await reportedSince(membership, report, seen);
    if (before) return before;
    const command = { id: newId(), type: 'checkin.record', data: report };
    const sent = await face().live.execute(session, membership.userId, command);
    if (sent.ok) return undefined;
    const newer = sent.error.code === 'conflict' && (await reportedSince(membership, report, seen));
    if (newer) return newer;
    if (!BESIDE.has(sent.error.code)) return { message: sent.error.message };
  }
  // A form that asks it sends what it shows, open too; one tap says nothing of it.
  const leftOpen = lookingBack !== undefined && report.lookingBack === undefined;
  const beside = { ...report, ...(leftOpen && { lookingBack: null }) };
  return recordCheckIn(membership, beside, { edits: 'edits' in typed, seen });
}
