'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { memberOf } from '@/app/current-person';
import { letObserversRead } from '@/db/insights';
import { mayInLab } from '@/domain/lab-permissions';

const asked = z.object({ slug: z.string().max(200), shared: z.boolean() });

export interface ShareState {
  shared: boolean;
  message: string;
}

/** Lets the lab's observers read its figures, or no longer. */
export async function shareInsights(state: ShareState, wish: { slug: string; shared: boolean }): Promise<ShareState> {
  const { slug, shared } = asked.parse(wish);
  const { membership } = await memberOf(slug);
  if (!mayInLab(membership, 'insights.share')) return { ...state, message: 'Only a host does that.' };
  await letObserversRead(membership, shared);
  revalidatePath(`/labs/${slug}/insights`);
  return { shared, message: 'Saved.' };
}
