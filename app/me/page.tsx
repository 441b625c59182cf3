import type { Metadata } from 'next';
import { currentPerson } from '@/app/current-person';
import { LabBar } from '@/app/lab-bar';
import { PersonMenu } from '@/app/person-menu';
import { themeHere } from '@/app/theme';
import { zoneGroups } from '@/app/time-zones';
import { zoneChosenHere } from '@/app/viewer';
import { labsOf } from '@/db/labs';
import { mailChoicesOf } from '@/db/mail-choices';
import { face } from '@/server/face';
import { TopBar } from '@/ui/top-bar';
import { DeviceForm, NameForm, PasswordChange, SignOutEverywhere } from './account-forms';
import { LeavingParts } from './leaving-parts';
import { MailSwitches } from './mail-switches';

export const metadata: Metadata = { title: 'Account' };

/** One's name, password and sign-ins, and how this device shows things. */
export default async function AccountPage() {
  const person = await currentPerson();
  const labs = await labsOf(person.id);
  const only = labs.length === 1 ? labs[0] : undefined;
  return (
    <>
      {only ? (
        <LabBar person={person} membership={only} />
      ) : (
        <TopBar>
          <PersonMenu person={person} />
        </TopBar>
      )}
      <main id="main" className="page account">
        <h1 className="mb-7">Account</h1>
        <section className="set">
          <div>
            <h2>You</h2>
            <p className="meta">Shown to every lab you are in.</p>
          </div>
          <NameForm name={person.name} email={person.email} />
        </section>
        <section className="set">
          <div>
            <h2>Look and time</h2>
            <p className="meta">On this device. Saved at once.</p>
          </div>
          <DeviceForm theme={await themeHere()} zone={(await zoneChosenHere()) ?? ''} zones={zoneGroups()} />
        </section>
        <section className="set" id="mail">
          <div>
            <h2>Mail</h2>
            <p className="meta">By kind. Nothing here is ever an advert.</p>
            {!face().mail.sends && (
              <p className="meta mt-3">This server has no mail server yet. What you choose holds once it has.</p>
            )}
          </div>
          <MailSwitches choices={await mailChoicesOf(person.id)} />
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
        <LeavingParts person={person} />
      </main>
    </>
  );
}
