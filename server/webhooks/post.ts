import http from 'node:http';
import https from 'node:https';
import { PrivateAddressError, publicLookup, unfitness } from './address';
import { signatureOf } from './signature';

const LIMIT_MS = 10_000;
/** As much of an answer is read, and so much of it kept. */
const READ_BYTES = 4_096;
const KEPT_CHARACTERS = 300;

export interface Posting {
  url: string;
  secret: string;
  /** The same whenever it is sent again. */
  messageId: string;
  type: string;
  body: string;
}

export interface Answered {
  /** Null where no answer came. */
  status: number | null;
  /** The beginning of the answer, or why there was none. */
  answer: string;
  tookMs: number;
}

/**
 * Posts to a webhook once, and tells what it answered; never throws. No redirect is followed. Where private networks
 * are not allowed, an address is checked, and a name as it is looked up for this connection.
 */
export async function postTo(posting: Posting, allowPrivate: boolean, now = Date.now()): Promise<Answered> {
  const began = performance.now();
  const tookMs = () => Math.round(performance.now() - began);
  try {
    if (unfitness(posting.url, allowPrivate)) throw new PrivateAddressError('The address is not allowed.');
    return { ...(await post(posting, allowPrivate, now)), tookMs: tookMs() };
  } catch (error) {
    return { status: null, answer: reasonOf(error), tookMs: tookMs() };
  }
}

function post({ url, secret, messageId, type, body }: Posting, allowPrivate: boolean, now: number) {
  const timestamp = Math.floor(now / 1000);
  const address = new URL(url);
  const client = address.protocol === 'https:' ? https : http;
  return new Promise<Omit<Answered, 'tookMs'>>((resolve, reject) => {
    const request = client.request(
      address,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(LIMIT_MS),
        ...(allowPrivate ? {} : { lookup: publicLookup }),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Whetstone-Webhooks/1',
          'whetstone-delivery': messageId,
          'whetstone-event': type,
          'whetstone-timestamp': String(timestamp),
          'whetstone-signature': signatureOf(secret, timestamp, body),
        },
      },
      (response) => {
        let read = Buffer.alloc(0);
        const settle = () => resolve({ status: response.statusCode ?? null, answer: beginningOf(read) });
        response.on('data', (piece: Buffer) => {
          read = Buffer.concat([read, piece]);
          if (read.length < READ_BYTES) return;
          settle();
          request.destroy();
        });
        response.on('end', settle);
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function beginningOf(read: Buffer): string {
  const text = new TextDecoder().decode(read).replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ');
  return text.trim().slice(0, KEPT_CHARACTERS);
}

/** Why there was no answer, for a host to act on. */
function reasonOf(error: unknown): string {
  const { code = '', name = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') return 'No answer within ten seconds.';
  if (code === 'PRIVATE_ADDRESS') return 'The address leads into a private network. Nothing was sent.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name of the address was not found.';
  if (code === 'ECONNREFUSED') return 'Nothing listens at the address.';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'The connection was cut.';
  if (/CERT|SIGNATURE|SELF_SIGNED|TLS|ALTNAME/i.test(code)) return 'The certificate of the address is not valid.';
  return 'The address could not be reached.';
}
