import { memberOf } from '@/app/current-person';
import { HostNoMore } from '@/db/hosting';
import type { Membership } from '@/db/labs';
import { HOSTS_ONLY, labRefusal, type LabAbility } from '@/domain/lab-permissions';

/** What is said to who has not agreed to the pledge as it stands, and would lose what they typed by being led there. */
export const PLEDGE_FIRST = 'The pledge was changed: agree to it first, on your lab’s home page.';

/** The place in a lab of who asks, where it gives the ability; otherwise why it doesn't, in a sentence. */
export async function allowed(
  slug: string,
  ability: LabAbility,
): Promise<{ membership: Membership; refused?: undefined } | { membership?: undefined; refused: string }> {
  const { membership } = await memberOf(slug);
  const pledged = membership.pledgedAt !== null || ability === 'lab.leave';
  const refused = pledged ? labRefusal(membership, ability) : PLEDGE_FIRST;
  return refused === undefined ? { membership } : { refused };
}

/** What somebody made as a host; or a refusal in a sentence, where another host took that from them in the same moment. */
export async function ifStillHost<T>(
  making: Promise<T>,
): Promise<{ made: T; refused?: undefined } | { made?: undefined; refused: string }> {
  try {
    return { made: await making };
  } catch (error) {
    if (error instanceof HostNoMore) return { refused: HOSTS_ONLY };
    throw error;
  }
}
