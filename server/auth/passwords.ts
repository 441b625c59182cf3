import { hash, verify } from '@node-rs/argon2';

/** The library's default is argon2id; 19 MiB and two passes are what OWASP asks for. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** An argon2id hash in its own encoded form. Letters that look alike but are coded apart count as the same. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let standIn: Promise<string> | undefined;

/**
 * Whether a password is right. Where there is no hash it takes as long as with a wrong password and says no, so that
 * the answer doesn't tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  standIn ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await standIn), password.normalize('NFKC'));
  return right && Boolean(passwordHash);
}
