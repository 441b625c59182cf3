import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { v7 as newId } from 'uuid';
import { currentPerson } from '@/app/current-person';
import { PersonMenu } from '@/app/person-menu';
import { zoneGroups } from '@/app/time-zones';
import { labsOf } from '@/db/labs';
import { mayInLab } from '@/domain/lab-permissions';
import { TopBar } from '@/ui/top-bar';
import { NewLabForm } from './new-lab-form';

export const metadata: Metadata = { title: 'New lab' };

/** Another lab, made by who hosts one already. */
export default async function NewLabPage() {
  const person = await currentPerson();
  const labs = await labsOf(person.id);
  if (!labs.some((own) => mayInLab(own, 'lab.create'))) redirect('/labs');
  return (
    <>
      <TopBar>
        <PersonMenu person={person} />
      </TopBar>
      <main id="main" className="page">
        <div className="first-run">
          <aside>
            <h1>Another lab</h1>
            <p className="voice soft mt-4 text-5">
              It has its own members, sessions and history. You are its first host; nobody of your other labs is in it
              until you invite them.
            </p>
          </aside>
          <NewLabForm id={newId()} zones={zoneGroups()} />
        </div>
      </main>
    </>
  );
}
