import { sql } from 'drizzle-orm';
import type { NewLab } from '@/domain/lab';
import { database } from './connection';
import { askToConfirm } from './email-links';
import { foundLab } from './new-lab';
import { anyAccount, createAccount, type Account } from './people';

/** Two first visitors at once take turns; the second one finds the door closed. */
const FIRST_RUN_LOCK = 7_230_120;

interface FirstHost {
  name: string;
  email: string;
  passwordHash: string;
  lab: NewLab;
  /** Under which the lab is made: that of the form. */
  id?: string | undefined;
}

/**
 * Makes the first host, the lab and its first sessions, in one transaction.
 * Undefined, and nothing made, when somebody has an account already.
 */
export async function createFirstHost(
  { name, email, passwordHash, lab, id }: FirstHost,
  now = new Date(),
): Promise<{ account: Account; slug: string } | undefined> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_RUN_LOCK})`);
    if (await anyAccount(tx)) return undefined;
    const account = await createAccount({ name, email, passwordHash }, tx);
    if (!account) return undefined;
    const slug = await foundLab(tx, account.id, lab, now, id);
    await askToConfirm({ userId: account.id, email }, tx);
    return { account, slug };
  });
}
