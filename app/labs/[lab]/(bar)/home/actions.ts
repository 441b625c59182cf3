'use server';

import { revalidatePath } from 'next/cache';
import { v7 as newId } from 'uuid';
import { memberOf } from '@/app/current-person';
import { typedIn, type FormState } from '@/app/form-state';
import { ownerOfCommitment, recordCheckIn, runningSession } from '@/db/checkins';
import type { RefusalCode } from '@/domain/errors';
import { grantOf } from '@/domain/permissions';
import { commandData } from '@/domain/protocol';
import { face } from '@/server/face';

/** Refusals of the moment: the session may take the same report a little later. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['unavailable', 'rate_limited']);

/** Records what became of a commitment: into the log of the session under way, or beside it. */
export async function recordOutcome(_: FormState<true>, form: FormData): Promise<FormState<true>> {
  const { slug = '', commitmentId, outcome, note } = typedIn(form);
  const { membership } = await memberOf(slug);
  const parsed = commandData['checkin.record'].safeParse({ commitmentId, outcome, note });
  if (!parsed.success) return { message: parsed.error.issues[0]?.message ?? 'That can’t be read.' };
  const owner = await ownerOfCommitment(membership, parsed.data.commitmentId);
  if (!owner) return { message: 'That commitment is not in this lab.' };
  const grant = grantOf(membership.role, 'checkin.record');
  if (grant !== 'all' && !(grant === 'own' && owner === membership.userId)) {
    return { message: 'Only its rep and the hosts say what became of it.' };
  }
  const session = await runningSession(membership);
  const command = { id: newId(), type: 'checkin.record', data: parsed.data };
  const sent = session ? await face().live.execute(session, membership.userId, command) : undefined;
  if (sent && !sent.ok && PASSING.has(sent.error.code)) return { message: sent.error.message };
  if (!sent?.ok) await recordCheckIn(membership, { ...parsed.data, note: parsed.data.note ?? null });
  revalidatePath(`/labs/${slug}`);
  return { done: true };
}
