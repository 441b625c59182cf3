import { revalidatePath } from 'next/cache';
import type { Membership } from '@/db/labs';
import { face } from '@/server/face';

/** The lab's sessions are others, or have another number, time or call: its pages say so, and its open rooms. */
export async function sessionsChanged({ lab }: Membership): Promise<void> {
  revalidatePath(`/labs/${lab.slug}`, 'layout');
  await face().live.meetingsChanged(lab.id);
}
