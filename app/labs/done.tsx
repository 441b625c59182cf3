import { redirect } from 'next/navigation';
import { Notice } from '@/ui/notice';

/** Said to the host who answers a request second. */
export const ANSWERED_ALREADY = 'Another host has answered already.';

/** What a page of a lab says that is drawn anew without the form that would say it, by what its address says. */
const DONE = {
  skipped: 'Skipped. Everyone’s calendar follows.',
  cancelled: 'Cancelled. Everyone’s calendar follows.',
  'taken-back': 'Taken back. Everyone’s calendar follows.',
  declined: 'Declined.',
  answered: ANSWERED_ALREADY,
} as const;

/** Leads to the page that says what was done. */
export function leadToDone(page: string, done: keyof typeof DONE): never {
  redirect(`${page}?done=${done}`);
}

/** Says what an address says was done, or that somebody else had done it. */
export function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const said = Object.entries(DONE).find(([name]) => name === done)?.[1];
  if (said === undefined) return null;
  return (
    <Notice tone={said === ANSWERED_ALREADY ? 'fault' : 'ok'} className="mt-4">
      {said}
    </Notice>
  );
}
