import { redirect } from 'next/navigation';
import { anyAccount } from '@/db/people';
import { deletedLabsOf } from '@/db/lab-deletion';
import { labsOf } from '@/db/labs';
import { capital, counted } from '@/domain/number-words';
import { TopBar } from '@/ui/top-bar';
import Link from 'next/link';
import { signedIn } from './current-person';
import { DeletedLabs } from './deleted-labs';
import { PersonMenu } from './person-menu';

/** The front door: to the first run, to the sign-in, or to one's lab; who is in several chooses. */
export default async function FrontDoor() {
  const person = await signedIn();
  if (!person) redirect((await anyAccount()) ? '/sign-in' : '/first-run');
  const [labs, deleted] = await Promise.all([labsOf(person.id), deletedLabsOf(person.id)]);
  const only = labs[0];
  if (only && labs.length === 1 && deleted.length === 0) redirect(`/labs/${only.slug}`);
  return (
    <>
      <TopBar>
        <PersonMenu person={person} />
      </TopBar>
      <main id="main" className="page narrow">
        <h1>{only ? 'Your labs' : 'You are in no lab now'}</h1>
        <p className="soft mt-2 mb-6">
          {only
            ? `${capital(counted(labs.length, 'lab'))}, one account.`
            : 'A lab is joined by a link. Ask the host of yours for an invitation, and open it here.'}
        </p>
        <ul className="list">
          {labs.map((lab) => (
            <li key={lab.slug} className="row between py-4">
              <Link href={`/labs/${lab.slug}`} className="b">
                {lab.name}
              </Link>
              <span className="meta">{lab.role}</span>
            </li>
          ))}
        </ul>
        <DeletedLabs labs={deleted} />
      </main>
    </>
  );
}
