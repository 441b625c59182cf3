import { personOfConfirmedEmail, personOfIdentity, linkIdentity } from '@/db/identities';
import { joinWithNewAccount } from '@/db/invitations';
import { personName } from '@/domain/people';
import type { OidcIntent } from './oidc-intent';
import type { Vouched } from './oidc';

/** What becomes of somebody who comes from the provider: they are in, or they are told why not, by a code. */
export type Entry = { userId: string } | { linked: true } | { refused: EntryRefusal };

export type EntryRefusal =
  'not_linked' | 'linked_elsewhere' | 'no_email' | 'email_taken' | 'link_closed' | 'not_theirs' | 'signed_out';

/**
 * Decides what becomes of somebody for whom the provider vouches. An identity opens the account that it is linked to. One
 * that isn't linked opens an account only where both sides are sure of the same address: the provider that it is theirs,
 * and this house by a mail. Accounts are made by invitation alone. `signedIn` is who is signed in on this device.
 */
export async function enter(
  vouched: Vouched,
  intent: OidcIntent | undefined,
  signedIn: string | undefined,
): Promise<Entry> {
  const { identity, email, verified } = vouched;
  if (intent && 'link' in intent) return link(vouched, intent.link, signedIn);
  const known = await personOfIdentity(identity);
  if (known) return { userId: known };
  const sure = email !== undefined && verified ? await personOfConfirmedEmail(email) : undefined;
  if (sure) return (await linkIdentity(sure, identity)) ? { userId: sure } : { refused: 'linked_elsewhere' };
  return intent ? join(vouched, intent.join) : { refused: 'not_linked' };
}

/** Only who asked for it, and is still signed in, gets the link: nobody's session can be used to open a door to it. */
async function link({ identity }: Vouched, userId: string, signedIn: string | undefined): Promise<Entry> {
  if (signedIn !== userId) return { refused: 'signed_out' };
  return (await linkIdentity(userId, identity)) ? { linked: true } : { refused: 'linked_elsewhere' };
}

async function join({ identity, email, verified, name }: Vouched, token: string): Promise<Entry> {
  if (email === undefined) return { refused: 'no_email' };
  const [local = ''] = email.split('@');
  const person = {
    name: personName.safeParse(name).data ?? local,
    email,
    ...(verified ? { emailConfirmedAt: new Date() } : {}),
  };
  const joined = await joinWithNewAccount(token, person, identity);
  if ('account' in joined) return { userId: joined.account.id };
  const WHY = {
    link: 'link_closed',
    not_theirs: 'not_theirs',
    email_taken: 'email_taken',
    identity_taken: 'linked_elsewhere',
  } as const;
  return { refused: WHY[joined.refused] };
}
