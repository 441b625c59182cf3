import { vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import { recordOutcome } from '@/app/labs/[lab]/(bar)/home/actions';
import { reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import type { Membership } from '@/db/labs';

export const RECORDED = { done: { recorded: true } };
export const LADDER = ['yes', 'yes', 'yes', 'unsure', 'no'].map((answer) => ({ answer, evidence: `Seen: ${answer}.` }));

/** Reveals a deal that was heard: the room held the rungs 1 and 2, its rep the first three. */
export async function reveal(scenarioId: string) {
  const revealed = {
    read: ['yes', 'yes', 'yes', 'no', 'no'],
    evidence: [null, null, null, null, null],
    totals: [2, 2, 0, 0, 0].map((yes) => ({ yes, unsure: 0, no: 2 - yes })),
    lowestOpenRung: 3,
    at: new Date().toISOString(),
  };
  await sqlClient()`
    update turns set reveal = ${JSON.stringify(revealed)}::text::jsonb where scenario_id = ${scenarioId}`;
}

/** A ladder as the fields of its form post it. */
export const ladderFields = (ladder: typeof LADDER) =>
  Object.fromEntries(
    ladder.flatMap(({ answer, evidence }, rung) => [
      [`ladder-answer-${rung}`, answer],
      [`ladder-evidence-${rung}`, evidence],
    ]),
  );

/**
 * What lab home answers to a member who says what became of a commitment, on a page that is new unless one is `seen`. The
 * test's file mocks `memberOf`.
 */
export async function says(membership: Membership, { seen, ...typed }: Record<string, string>) {
  vi.mocked(memberOf).mockResolvedValue({ membership } as Awaited<ReturnType<typeof memberOf>>);
  const form = new FormData();
  const shown = seen ?? (await seenBy(membership, typed.commitmentId ?? ''));
  for (const [name, value] of Object.entries({ slug: membership.lab.slug, seen: shown, ...typed }))
    form.set(name, value);
  return recordOutcome({}, form);
}

/** Which report a page that is opened now says that it has seen. */
export const seenBy = async (membership: Membership, commitmentId: string) =>
  (await reportable(membership, commitmentId))?.reports[0]?.seen ?? '';
