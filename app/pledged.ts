import { notFound, redirect } from 'next/navigation';
import { mayInLab, type LabAbility } from '@/domain/lab-permissions';
import { memberOf } from './current-person';

/**
 * As `memberOf`, for pages that show what stays in the lab: whoever has not agreed to the pledge as it stands does that
 * first, and comes back to `path`.
 */
export async function pledgedMemberOf(slug: string, path = `/labs/${slug}`): ReturnType<typeof memberOf> {
  const member = await memberOf(slug);
  if (!member.membership.pledgedAt) pledgeFirst(slug, path);
  return member;
}

/** As `pledgedMemberOf`, for a page that is there only for those whose place in the lab gives the ability. */
export async function pledgedMemberWho(
  slug: string,
  ability: LabAbility,
  path: string,
): ReturnType<typeof pledgedMemberOf> {
  const member = await pledgedMemberOf(slug, path);
  if (!mayInLab(member.membership, ability)) notFound();
  return member;
}

/** Leads to the lab's pledge, and from there to `path`, an address with what stands behind its question mark. */
export function pledgeFirst(slug: string, path: string): never {
  redirect(`/labs/${slug}/pledge?next=${encodeURIComponent(path)}`);
}
