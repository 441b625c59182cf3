import type { Metadata } from 'next';
import { Plus } from 'lucide-react';
import { currentPerson } from '@/app/current-person';
import { DeletedLabs } from '@/app/deleted-labs';
import { PersonMenu } from '@/app/person-menu';
import { deletedLabsOf } from '@/db/lab-deletion';
import { labsOf, type OwnLab } from '@/db/labs';
import { mayInLab } from '@/domain/lab-permissions';
import { capital, counted } from '@/domain/number-words';
import { LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { KeepsFocus } from '@/ui/keeps-focus';
import { Link } from '@/ui/link';
import { TopBar } from '@/ui/top-bar';
import { LeaveLab } from './leave-lab';

export const metadata: Metadata = { title: 'Your labs' };

/** The labs that one is in, with the way out of each; whoever hosts one makes another. */
export default async function LabsPage() {
  const person = await currentPerson();
  const [labs, deleted] = await Promise.all([labsOf(person.id), deletedLabsOf(person.id)]);
  const may = labs.some((own) => mayInLab(own, 'lab.create'));
  return (
    <>
      <TopBar>
        <PersonMenu person={person} />
      </TopBar>
      <main id="main" className="page narrow">
        <div className="row between end wrap">
          <h1 id="labs">{labs.length > 0 ? 'Your labs' : 'You are in no lab now'}</h1>
          {may && (
            <LinkButton href="/new-lab">
              <Icon as={Plus} />
              New lab
            </LinkButton>
          )}
        </div>
        {labs.length === 0 && <NoLab email={person.email} />}
        {labs.length > 0 && (
          <>
            <p className="soft mt-2 mb-6">{capital(counted(labs.length, 'lab'))}, one account.</p>
            <KeepsFocus aria-labelledby="labs" said="Your labs: up to date.">
              <ul className="list">
                {labs.map((own) => (
                  <LabRow key={own.lab.slug} own={own} />
                ))}
              </ul>
            </KeepsFocus>
          </>
        )}
        <DeletedLabs labs={deleted} />
      </main>
    </>
  );
}

function LabRow({ own: { lab, role } }: { own: OwnLab }) {
  return (
    <li className="row between py-3">
      <div className="grow">
        <Link href={`/labs/${lab.slug}`} className="b">
          {lab.name}
        </Link>
        <p className="meta">
          {capital(role)}
          {lab.archivedAt && ' · archived'}
        </p>
      </div>
      <LeaveLab slug={lab.slug} name={lab.name} />
    </li>
  );
}

function NoLab({ email }: { email: string }) {
  return (
    <>
      <p className="soft mt-3">
        A lab is joined by a link. Ask the host of yours for an invitation to {email}, and open it in this browser: you
        stay signed in, and the lab is here from then on.
      </p>
      <p className="soft mt-3">
        Your account stays yours meanwhile: <Link href="/me">name, password and mail</Link>.
      </p>
    </>
  );
}
