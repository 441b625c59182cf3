import { memberOf } from '@/app/current-person';
import type { Membership } from '@/db/labs';
import { labRefusal, type LabAbility } from '@/domain/lab-permissions';

/** The place in a lab of who asks, where it gives the ability; otherwise why it doesn't, in a sentence. */
export async function allowed(
  slug: string,
  ability: LabAbility,
): Promise<{ membership: Membership; refused?: undefined } | { refused: string }> {
  const { membership } = await memberOf(slug);
  const pledged = membership.pledgedAt !== null || ability === 'lab.leave';
  const refused = pledged ? labRefusal(membership, ability) : 'Agree to the pledge first.';
  return refused === undefined ? { membership } : { refused };
}
