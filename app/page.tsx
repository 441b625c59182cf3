import { redirect } from 'next/navigation';
import { anyAccount } from '@/db/people';
import { deletedLabsOf } from '@/db/lab-deletion';
import { labsOf } from '@/db/labs';
import { signedIn } from './current-person';

/** The front door: to the first run, to the sign-in, or to one's lab; who has several, or none that is open, chooses. */
export default async function FrontDoor() {
  const person = await signedIn();
  if (!person) redirect((await anyAccount()) ? '/sign-in' : '/first-run');
  const [labs, deleted] = await Promise.all([labsOf(person.id), deletedLabsOf(person.id)]);
  const [only, ...more] = labs.filter(({ lab }) => lab.archivedAt === null);
  redirect(only && more.length + deleted.length === 0 ? `/labs/${only.lab.slug}` : '/labs');
}
