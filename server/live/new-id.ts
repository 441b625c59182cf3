import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '@/domain/session';

const BYTES = 16;
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/**
 * A UUIDv7, later ones greater than earlier ones of this process. The library's own asks the system for randomness
 * each time, which a room that takes thousands of commands a second would feel.
 */
export function newId(): Id {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += BYTES));
  const now = Date.now();
  sequence = now > lastMs ? 0 : sequence + 1;
  lastMs = Math.max(now, lastMs);
  return v7({ random, msecs: lastMs, seq: sequence });
}
