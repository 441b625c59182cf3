import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret to sign with: 256 random bits. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

/** The signature of a body sent at `timestamp` (seconds since the epoch): HMAC-SHA-256 over both, in hexadecimal. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Whether a signature is of this body and time, as a receiver checks it. */
export function isSigned(signature: string, secret: string, timestamp: number, body: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, timestamp, body))];
  return given.length === right.length && timingSafeEqual(given, right);
}
