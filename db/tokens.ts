import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 192 random bits. It is shown once; only its hash is kept. */
export function makeToken(): { token: string; hash: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: tokenHash(token) };
}

/** What is kept of a token: SHA-256, in hexadecimal. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
