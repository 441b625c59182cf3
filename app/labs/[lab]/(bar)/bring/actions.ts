'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { memberOf } from '@/app/current-person';
import { draftIn, dropDraft, keepDraft, sessionForDeals } from '@/db/scenarios';
import { similarDeals, type SimilarDeal } from '@/db/similar';
import { worthAsking } from '@/db/worth-asking';
import { dealDraft, fieldsFrom, formName, isBlank } from '@/domain/deal-draft';
import { labRefusal, mayInLab } from '@/domain/lab-permissions';
import { LIMITS } from '@/domain/vocabulary';
import type { AskedBefore } from '@/domain/worth-asking';
import { face } from '@/server/face';
import { toMend } from '../to-mend';

export type Brought =
  { ok: true; sessionId: string; live: boolean } | { ok: false; errors: Record<string, string>; message?: string };

/** Keeps a draft at the lab. False where it is too large to be one, or its writer may bring no deals. */
export async function keep(slug: string, sent: unknown): Promise<boolean> {
  const { membership } = await memberOf(slug);
  if (!mayInLab(membership, 'scenario.bring')) return false;
  if (JSON.stringify(sent).length > LIMITS.commandBytes) return false;
  const draft = dealDraft.parse(sent);
  if (isBlank(draft)) await dropDraft(membership);
  else await keepDraft(membership, draft);
  return true;
}

/** Brings the deal: into the live session, or the next one that is scheduled. */
export async function bring(slug: string, commandId: string, sent: unknown): Promise<Brought> {
  const { membership } = await memberOf(slug);
  const refused = labRefusal(membership, 'scenario.bring');
  if (refused !== undefined) return { ok: false, errors: {}, message: refused };
  const draft = dealDraft.parse(sent);
  const read = fieldsFrom(draft);
  if (!read.ok) return { ok: false, errors: read.errors, message: toMend(read.errors) };
  const session = await sessionForDeals(membership);
  if (!session) {
    return { ok: false, errors: {}, message: 'No session is scheduled yet. Your draft is kept until a host sets one.' };
  }
  const rep = membership.role === 'host' && draft.for !== '' && draft.for !== membership.userId ? draft.for : undefined;
  const data = { ...read.fields, ...(rep === undefined ? {} : { for: rep }) };
  const ack = await face().live.execute(session.id, membership.userId, {
    id: commandId,
    type: 'scenario.submit',
    data,
  });
  if (!ack.ok) {
    const { field, message } = ack.error;
    return { ok: false, errors: field ? { [formName(field.split('.'))]: message } : {}, message };
  }
  // What was begun on another device in the meantime stays.
  const stored = await draftIn(membership);
  if (!stored || JSON.stringify(dealDraft.parse(stored.data)) === JSON.stringify(draft)) await dropDraft(membership);
  revalidatePath(`/labs/${slug}`);
  return { ok: true, sessionId: session.id, live: session.live };
}

const soFar = z.object({
  text: z.string().max(60_000),
  stage: z.string().max(20_000),
  rung: z.int().min(1).max(5).nullable(),
});

/** The lab's deals that resemble one that is being written; none for whoever may bring no deals. */
export async function lookAlike(slug: string, sent: unknown): Promise<SimilarDeal[]> {
  const { membership } = await memberOf(slug);
  const read = soFar.safeParse(sent);
  const may = mayInLab(membership, 'scenario.bring') && membership.pledgedAt !== null;
  return may && read.success ? similarDeals(membership, read.data) : [];
}

/** The lab's best questions about deals at a rung; none for whoever may bring no deals. */
export async function askedBefore(slug: string, rung: unknown): Promise<AskedBefore[]> {
  const { membership } = await memberOf(slug);
  const read = soFar.shape.rung.safeParse(rung);
  const may = mayInLab(membership, 'scenario.bring') && membership.pledgedAt !== null;
  return may && read.success && read.data !== null ? worthAsking(membership, read.data) : [];
}
