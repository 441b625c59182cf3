import * as crypto from 'node:crypto';
import type { Command } from '@/domain/protocol';

/**
 * Tells two contents under one command id apart. A parsed command has its keys in the order of the schema, so that the
 * same content gives the same digest, in whatever order it was sent.
 */
export function digestOf({ type, data }: Command): string {
  return sha256(`${type} ${JSON.stringify(data)}`);
}

// In one call from Node 20.12 on: half the cost, and it is paid for every command.
const sha256: (text: string) => string =
  'hash' in crypto
    ? (text) => crypto.hash('sha256', text, 'base64url')
    : (text) => crypto.createHash('sha256').update(text).digest('base64url');
