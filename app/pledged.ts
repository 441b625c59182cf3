import { redirect } from 'next/navigation';
import { memberOf } from './current-person';

/**
 * As `memberOf`, for pages that show what stays in the lab: whoever has not agreed to the pledge as it stands does that
 * first, and comes back to `path`.
 */
export async function pledgedMemberOf(slug: string, path = `/labs/${slug}`): ReturnType<typeof memberOf> {
  const member = await memberOf(slug);
  if (!member.membership.pledgedAt) redirect(`/labs/${slug}/pledge?next=${encodeURIComponent(path)}`);
  return member;
}
