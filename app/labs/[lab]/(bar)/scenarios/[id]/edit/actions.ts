'use server';

import { revalidatePath } from 'next/cache';
import { v7 as newId } from 'uuid';
import { memberOf } from '@/app/current-person';
import { PLEDGE_FIRST } from '@/app/labs/allowed';
import { namesOf } from '@/db/people';
import { changedBy, editableScenario } from '@/db/scenarios';
import { changesBetween, dealDraft, draftFrom, fieldsFrom, formName, type DealDraft } from '@/domain/deal-draft';
import { isId } from '@/domain/people';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { face } from '@/server/face';
import { toMend } from '../../../to-mend';

/** A deal as it was read: the edit is told against it. */
export interface ReadAt {
  base: number;
  draft: DealDraft;
}

export type Saved =
  | { ok: true }
  | {
      ok: false;
      errors: Record<string, string>;
      message?: string;
      /** Somebody else was quicker: how it stands now, to save over or to take over from. */
      newer?: ReadAt;
    };

const GONE = 'This deal can’t be edited any more: it was withdrawn, or its session is over. Your words are kept here.';

/** Saves what was changed; where somebody else changed the same meanwhile, says who, and shows theirs. */
export async function save(slug: string, id: string, commandId: string, from: ReadAt, sent: unknown): Promise<Saved> {
  const { membership } = await memberOf(slug);
  if (!membership.pledgedAt) return { ok: false, errors: {}, message: PLEDGE_FIRST };
  const draft = dealDraft.parse(sent);
  const [before, after] = [fieldsFrom(dealDraft.parse(from.draft)), fieldsFrom(draft)];
  if (!after.ok) return { ok: false, errors: after.errors, message: toMend(after.errors) };
  const found = isId(id) ? await editableScenario(membership, id) : undefined;
  if (!found) return { ok: false, errors: {}, message: GONE };
  const changes = before.ok ? changesBetween(before.fields, after.fields) : after.fields;
  if (Object.keys(changes).length === 0) return { ok: true };
  const command = { id: commandId, type: 'scenario.edit', data: { scenarioId: id, changes, base: from.base } };
  const ack = await face().live.execute(found.sessionId, membership.userId, command);
  if (ack.ok) {
    revalidatePath(`/labs/${slug}`);
    return { ok: true };
  }
  const { code, field, message } = ack.error;
  if (code !== 'conflict' || !field) {
    return { ok: false, errors: field ? { [formName(field.split('.'))]: message } : {}, message };
  }
  const name = field.split('.')[1] ?? field;
  const by = await changedBy(found.sessionId, id, name, from.base);
  const who = by ? ((await namesOf(membership.lab.id, [by])).get(by) ?? FORMER_MEMBER) : 'Somebody';
  return {
    ok: false,
    errors: {},
    message: `${who} changed this deal while you were writing. Yours is kept; theirs is shown above it. Save again to put yours in its place.`,
    newer: { base: found.base, draft: draftFrom(found.scenario) },
  };
}

/** Takes the deal out of the queue, for good. */
export async function withdraw(slug: string, id: string): Promise<{ message: string } | undefined> {
  const { membership } = await memberOf(slug);
  if (!membership.pledgedAt) return { message: PLEDGE_FIRST };
  const found = isId(id) ? await editableScenario(membership, id) : undefined;
  if (!found) return { message: GONE };
  const command = { id: newId(), type: 'scenario.withdraw', data: { scenarioId: id } };
  const ack = await face().live.execute(found.sessionId, membership.userId, command);
  if (!ack.ok) return { message: ack.error.message };
  revalidatePath(`/labs/${slug}`);
  return undefined;
}
