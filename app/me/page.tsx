import type { Metadata } from 'next';
import { currentPerson } from '@/app/current-person';
import { PersonMenu } from '@/app/person-menu';
import { themeHere } from '@/app/theme';
import { labsOf } from '@/db/labs';
import { TopBar } from '@/ui/top-bar';
import { NameForm, PasswordChange, SignOutEverywhere, ThemeChoice } from './account-forms';

export const metadata: Metadata = { title: 'Account' };

/** One's name, password, sign-ins and theme. */
export default async function AccountPage() {
  const person = await currentPerson();
  const labs = await labsOf(person.id);
  const only = labs.length === 1 ? labs[0] : undefined;
  return (
    <>
      <TopBar {...(only ? { lab: { name: only.name, href: `/labs/${only.slug}` } } : {})}>
        <PersonMenu person={person} role={only?.role ?? 'rep'} />
      </TopBar>
      <main id="main" className="page account">
        <h1 className="mb-7">Account</h1>
        <section className="set">
          <div>
            <h2>You</h2>
            <p className="meta">Signed in as {person.email}.</p>
          </div>
          <NameForm name={person.name} />
        </section>
        <section className="set">
          <div>
            <h2>Password</h2>
            <p className="meta">Changing it signs out every other device.</p>
          </div>
          <PasswordChange email={person.email} />
        </section>
        <section className="set">
          <div>
            <h2>Signed in</h2>
            <p className="meta">A sign-in holds for thirty days. Lost a phone? End them all.</p>
          </div>
          <SignOutEverywhere />
        </section>
        <section className="set">
          <div>
            <h2>Look</h2>
            <p className="meta">Saved at once, for this device.</p>
          </div>
          <ThemeChoice theme={await themeHere()} />
        </section>
      </main>
    </>
  );
}
