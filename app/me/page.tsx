import type { Metadata } from 'next';
import { currentPerson, signInHere } from '@/app/current-person';
import { LabBar } from '@/app/lab-bar';
import { PersonMenu } from '@/app/person-menu';
import { ClockSound } from '@/app/sessions/[id]/live/bells/clock-sound';
import { providerWords } from '@/app/provider-words';
import { themeHere } from '@/app/theme';
import { zoneGroups } from '@/app/time-zones';
import { addressToBe } from '@/db/email-links';
import { isLinked } from '@/db/identities';
import { labsOf } from '@/db/labs';
import { mailChoicesOf } from '@/db/mail-choices';
import { waysInto } from '@/db/people';
import { signInsOf } from '@/db/sign-ins';
import { face } from '@/server/face';
import { TopBar } from '@/ui/top-bar';
import { PasswordChange, ProfileForm, ThemeForm } from './account-forms';
import { EmailPart } from './email-part';
import { LeavingParts } from './leaving-parts';
import { Notifications } from './notifications';
import { Part } from './part';
import { ProviderPart } from './provider-part';
import { SignInList } from './sign-in-list';

export const metadata: Metadata = { title: 'Account' };

interface AccountPageProps {
  searchParams: Promise<{ oidc?: string }>;
}

/** One's name and zone, the ways into the account, what one hears of, and where one is signed in. */
export default async function AccountPage({ searchParams }: AccountPageProps) {
  const person = await currentPerson();
  const [labs, ways, toBe, choices, here, signIns, theme] = await Promise.all([
    labsOf(person.id),
    waysInto(person.id),
    addressToBe(person.id),
    mailChoicesOf(person.id),
    signInHere(),
    signInsOf(person.id),
    themeHere(),
  ]);
  const only = labs.length === 1 ? labs[0] : undefined;
  const { hasPassword = true, emailConfirmed = false } = ways ?? {};
  const mails = face().mail.sends;
  const { oidc } = face().config;
  const came = (await searchParams).oidc;
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
        <Part heading="You" note="Shown to every lab you are in.">
          <ProfileForm
            name={person.name}
            initials={person.initials ?? ''}
            zone={person.zone ?? ''}
            zones={zoneGroups()}
          />
        </Part>
        <Part heading="Email">
          <EmailPart {...{ toBe, hasPassword, mails }} email={person.email} confirmed={emailConfirmed} />
        </Part>
        <Part heading="Look and sound" note="On this device. Saved at once.">
          <ThemeForm theme={theme} />
          <div className="mt-4 border-t border-rule pt-4">
            <ClockSound userId={person.id} />
          </div>
        </Part>
        <Part
          id="mail"
          heading="Notifications"
          note={`By kind. Nothing here is ever an advert.${mails ? '' : ' This server has no mail server yet: what you choose for mail holds once it has.'}`}
        >
          <Notifications userId={person.id} choices={choices} />
        </Part>
        <Part heading="Password">
          <PasswordChange email={person.email} hasPassword={hasPassword} />
        </Part>
        {oidc && (
          <Part heading="Another way in" note="Instead of the password.">
            <ProviderPart
              name={oidc.name}
              linked={await isLinked(person.id, oidc.issuer)}
              said={came === 'linked' ? undefined : providerWords(came, oidc.name)}
            />
          </Part>
        )}
        <Part heading="Signed in" note="A sign-in holds for thirty days.">
          <SignInList
            here={here}
            signIns={signIns.map(({ createdAt, seenAt, ...signIn }) => ({
              ...signIn,
              createdAt: createdAt.getTime(),
              seenAt: seenAt.getTime(),
            }))}
          />
        </Part>
        <LeavingParts person={person} hasPassword={hasPassword} />
      </main>
    </>
  );
}
