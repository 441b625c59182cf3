import { createHash } from 'node:crypto';
import { RateLimiterDrizzle } from 'rate-limiter-flexible';
import { database, type Database } from '@/db/connection';
import { rateLimits } from '@/db/schema';
import { networkOf } from './address';

/** Failures that an account and an address may have in ten minutes; then they rest until those are over. */
export const ACCOUNT_FAILURES = 5;
export const ADDRESS_FAILURES = 30;
const WINDOW_S = 10 * 60;
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
  return limiters()
    .requests.consume(networkOf(address))
    .then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof Error) throw refused;
        return false;
      },
    );
}

/** A key of one length, which holds no email. */
function keyOf({ email }: Attempt): string {
  return createHash('sha256').update(email).digest('hex');
}
