import { createHash } from 'node:crypto';
import type { Command } from '@/domain/protocol';

/** Tells two contents under one command id apart: the same for the same content, however its keys were ordered. */
export function digestOf({ type, data }: Command): string {
  return createHash('sha256')
    .update(`${type} ${canonical(data)}`)
    .digest('base64url');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
