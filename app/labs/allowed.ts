import { memberOf } from '@/app/current-person';
import type { Membership } from '@/db/labs';
import { labRefusal, type LabAbility } from '@/domain/lab-permissions';

/** What is said to who has not agreed to the pledge as it stands, and would lose what they typed by being led there. */
export const PLEDGE_FIRST = 'The pledge was changed: agree to it first, on your lab’s home page.';

/** The place in a lab of who asks, where it gives the ability; otherwise why it doesn't, in a sentence. */
export async function allowed(
  slug: string,
  ability: LabAbility,
): Promise<{ membership: Membership; refused?: undefined } | { refused: string }> {
  const { membership } = await memberOf(slug);
  const pledged = membership.pledgedAt !== null || ability === 'lab.leave';
  const refused = pledged ? labRefusal(membership, ability) : PLEDGE_FIRST;
  return refused === undefined ? { membership } : { refused };
}
