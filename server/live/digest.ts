import { createHash } from 'node:crypto';
import type { Command } from '@/domain/protocol';

/**
 * Tells two contents under one command id apart. A parsed command has its keys in the order of the schema, so that the
 * same content gives the same digest, in whatever order it was sent.
 */
export function digestOf({ type, data }: Command): string {
  return createHash('sha256')
    .update(`${type} ${JSON.stringify(data)}`)
    .digest('base64url');
}
