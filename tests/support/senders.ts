import { randomUUID } from 'node:crypto';
import { sqlClient } from '@/db/connection';
import type { Ack } from '@/domain/wire';
import type { LiveClient } from './live-client';

/** What a sender sent and what it was told at last. */
export interface Sent {
  id: string;
  body: string;
  ack: Ack;
}

/** Sends contributions one after the other, each until it is acknowledged, for as long as `goesOn`. */
export async function keepSending(client: LiveClient, goesOn: () => boolean): Promise<Sent[]> {
  const sent: Sent[] = [];
  while (goesOn()) {
    const id = randomUUID();
    const body = `${client.you?.name} says ${sent.length}`;
    sent.push({ id, body, ack: await client.insist('contribution.add', { kind: 'advice', body }, id) });
  }
  return sent;
}

/** Every acknowledged command must be in the log once, and at the seq that its ack said. Returns how many there were. */
export async function lostOrDoubled(sessionId: string, sent: Sent[]): Promise<{ acked: number; wrong: Sent[] }> {
  const rows = await sqlClient()<{ id: string; count: number; seq: number }[]>`
    select command_id as id, count(*)::int as count, max(seq) as seq from events
    where session_id = ${sessionId} and command_id is not null group by command_id`;
  const inLog = new Map(rows.map((row) => [row.id, row]));
  const acked = sent.filter(({ ack }) => ack.ok);
  const wrong = acked.filter(({ id, ack }) => {
    const row = inLog.get(id);
    return row?.count !== 1 || !ack.ok || row.seq !== ack.seq;
  });
  return { acked: acked.length, wrong };
}
