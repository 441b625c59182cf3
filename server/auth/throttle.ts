import { createHash } from 'node:crypto';
import { RateLimiterDrizzle } from 'rate-limiter-flexible';
import { database, type Database } from '@/db/connection';
import { rateLimits } from '@/db/schema';
import { networkOf } from './address';
import { inTurn } from './in-turn';

/** Failures that an account and an address may have in ten minutes; then they rest until those are over. */
export const ACCOUNT_FAILURES = 5;
export const ADDRESS_FAILURES = 30;
/** How often an address may ask for a mail in that time. */
export const MAILS_FROM = 10;
/** How many mails that somebody asked for go to one address in an hour. */
export const MAILS_TO = 3;
const WINDOW_S = 10 * 60;
/** How often a network may hear in that time that an email has an account. */
export const TAKEN_TOLD = 10;
/** How often an address may ask to join a lab in an hour: an office asks for some of its people, and no more. */
export const REQUESTS = 5;
const REQUEST_WINDOW_S = 60 * 60;

function throttlesIn(storeClient: Database) {
  const common = { storeClient, schema: rateLimits, duration: WINDOW_S };
  return {
    storeClient,
    account: new RateLimiterDrizzle({ ...common, keyPrefix: 'sign-in-account', points: ACCOUNT_FAILURES }),
    address: new RateLimiterDrizzle({ ...common, keyPrefix: 'sign-in-address', points: ADDRESS_FAILURES }),
    requests: new RateLimiterDrizzle({
      ...common,
      keyPrefix: 'join-request',
      points: REQUESTS,
      duration: REQUEST_WINDOW_S,
    }),
    taken: new RateLimiterDrizzle({ ...common, keyPrefix: 'email-taken', points: TAKEN_TOLD }),
    mailsFrom: new RateLimiterDrizzle({ ...common, keyPrefix: 'mail-from', points: MAILS_FROM }),
    mailsTo: new RateLimiterDrizzle({ ...common, keyPrefix: 'mail-to', points: MAILS_TO, duration: 60 * 60 }),
  };
}

let throttles: ReturnType<typeof throttlesIn> | undefined;

function limiters() {
  const open = database();
  if (throttles?.storeClient !== open) throttles = throttlesIn(open);
  return throttles;
}

export interface Attempt {
  /** In canonical form; whether it has an account makes no difference. */
  email: string;
  address: string;
  /** On a device that signed in to the account before. All such devices count together. */
  known: boolean;
}

/** How many ms this attempt must wait for, 0 when it may go on, and how many failures the account has left. */
export async function standingOf(attempt: Attempt): Promise<{ waitMs: number; left: number }> {
  const { account, address } = limiters();
  const [byAccount, byAddress] = await Promise.all([account.get(keyOf(attempt)), address.get(attempt.address)]);
  const waits = [
    byAccount && byAccount.consumedPoints >= ACCOUNT_FAILURES ? byAccount.msBeforeNext : 0,
    byAddress && byAddress.consumedPoints >= ADDRESS_FAILURES ? byAddress.msBeforeNext : 0,
  ];
  return { waitMs: Math.max(...waits), left: ACCOUNT_FAILURES - (byAccount?.consumedPoints ?? 0) };
}

/** Counts a failure against the account and the address. */
export async function countFailure(attempt: Attempt): Promise<void> {
  const { account, address } = limiters();
  await Promise.all([account.penalty(keyOf(attempt)), address.penalty(attempt.address)]);
}

/** After a success: the account begins anew. The address doesn't, or one good account would open it to guessing. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  await limiters().account.delete(keyOf(attempt));
}

/** Counts a request to join a lab; whether the address may ask now. */
export async function mayAskToJoin(address: string): Promise<boolean> {
  return passes(limiters().requests, networkOf(address));
}

/**
 * Does what tells whether an email has an account, and counts each that does; undefined, and nothing done, where the
 * address has heard it so often that it may be trying one after the other.
 */
export async function unlessProbing<T>(
  address: string,
  run: () => Promise<T>,
  isTaken: (outcome: T) => boolean,
): Promise<T | undefined> {
  const { taken } = limiters();
  const network = networkOf(address);
  return inTurn(`taken ${network}`, async () => {
    const told = await taken.get(network);
    if (told && told.consumedPoints >= TAKEN_TOLD) return undefined;
    const outcome = await run();
    if (isTaken(outcome)) await taken.penalty(network);
    return outcome;
  });
}

/** Counts that somebody asks for a mail; whether their address may just now. */
export async function mayMailFrom(address: string): Promise<boolean> {
  return passes(limiters().mailsFrom, networkOf(address));
}

/** Counts a mail that is asked for to an email in canonical form, whether it has an account or not; whether one may go there. */
export async function mayMailTo(email: string): Promise<boolean> {
  return passes(limiters().mailsTo, hashed(email));
}

async function passes(limiter: RateLimiterDrizzle, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    (refused: unknown) => {
      if (refused instanceof Error) throw refused;
      return false;
    },
  );
}

function keyOf({ email, known }: Attempt): string {
  return hashed(known ? `known ${email}` : email);
}

/** A key of one length, which holds no email. */
function hashed(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}
