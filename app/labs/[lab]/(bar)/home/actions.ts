'use server';

import { revalidatePath } from 'next/cache';
import { v7 as newId } from 'uuid';
import { memberOf } from '@/app/current-person';
import { errorsOf, typedIn, type FormState } from '@/app/form-state';
import { PLEDGE_FIRST } from '@/app/labs/allowed';
import { mayReport, ownerOfCommitment, recordCheckIn, runningSession } from '@/db/checkins';
import type { RefusalCode } from '@/domain/errors';
import { ARCHIVED } from '@/domain/lab-permissions';
import { commandData } from '@/domain/protocol';
import { FINAL_OUTCOMES } from '@/domain/vocabulary';
import { face } from '@/server/face';

/** What the session under way has nothing to do with: the report stands beside it. */
const BESIDE: ReadonlySet<RefusalCode> = new Set(['not_found', 'wrong_status']);

/** Records what became of a commitment: into the log of the session under way, or beside it. */
export async function recordOutcome(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const { slug = '', commitmentId, outcome, note, ladder, lookingBack } = typedIn(form);
  const { membership } = await memberOf(slug);
  if (!membership.pledgedAt) return { message: PLEDGE_FIRST };
  if (membership.lab.archivedAt) return { message: ARCHIVED };
  const parsed = commandData['checkin.record'].safeParse({
    commitmentId,
    outcome,
    note,
    ladder: ladderIn(ladder),
    // The form asks it of a deal that is over alone, though it may have been answered before the outcome was changed.
    ...(lookingBack && FINAL_OUTCOMES.some((end) => end === outcome) ? { lookingBack: Number(lookingBack) } : {}),
  });
  if (!parsed.success) {
    const errors = errorsOf(parsed.error);
    return {
      message: errors.outcome ?? errors.note ?? errors.lookingBack ?? 'Answer all five rungs, or leave the ladder out.',
      errors,
    };
  }
  const owner = await ownerOfCommitment(membership, parsed.data.commitmentId);
  if (!owner) return { message: 'That commitment is not in this lab.' };
  if (!mayReport(membership, owner)) return { message: 'Only its rep and the hosts say what became of it.' };
  const session = await runningSession(membership);
  const command = { id: newId(), type: 'checkin.record', data: parsed.data };
  const sent = session ? await face().live.execute(session, membership.userId, command) : undefined;
  if (sent && !sent.ok && !BESIDE.has(sent.error.code)) return { message: sent.error.message };
  // A form that asks it sends what it shows, open too; one tap says nothing of it.
  const leftOpen = lookingBack !== undefined && parsed.data.lookingBack === undefined;
  if (!sent?.ok) await recordCheckIn(membership, { ...parsed.data, ...(leftOpen && { lookingBack: null }) });
  revalidatePath(`/labs/${slug}`);
  return { done: true };
}

/** A ladder as its form has it; undefined where none was begun. */
function ladderIn(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
