import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { eventsAfter } from '@/db/session-log';
import { emptySession, foldAll, readsAsHost, redactState, type Id } from '@/domain/session';
import type { Ack } from '@/domain/wire';
import type { Role } from '@/domain/vocabulary';
import { useTestDatabase } from '../../support/database';
import { makeLab, type TestPerson } from '../../support/lab';
import type { LiveClient } from '../../support/live-client';
import { startLive, type LiveServer } from '../../support/live-server';
import { anyStep, commandOf, type Step } from '../../support/session-generator';

useTestDatabase({ max: 20 });
let servers: LiveServer[];
beforeAll(async () => {
  servers = [await startLive(), await startLive()];
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

const STEPS = Number(process.env.FUZZ_STEPS ?? 250);
/** Seeds that failed once stay here; FUZZ_SEEDS adds others. */
const SEEDS = [1, 20261122, ...(process.env.FUZZ_SEEDS ?? '').split(',').filter(Boolean).map(Number)];

interface Message {
  by: LiveClient;
  id: string;
  type: string;
  data: object;
}

/** Several people on two servers, who send, resend, drop and come back at random; then everything comes to rest. */
async function randomMeeting(seed: number) {
  const steps = fc.sample(anyStep, { numRuns: STEPS, seed });
  const lab = await makeLab({ hosts: 2, reps: 4, observers: 2 });
  const everyone: TestPerson[] = [...lab.hosts, ...lab.reps, ...lab.observers];
  const roles = new Map<Id, Role>(everyone.map(({ id, role }) => [id, role]));
  // Everybody has a tab on either server.
  const tabs = await Promise.all(everyone.flatMap((who) => servers.map((server) => server.connect(who, lab))));
  const tabOf = (id: Id, step: Step) => tabs.filter(({ you }) => you?.id === id)[step.b % 2]!;
  const [eye] = tabs as [LiveClient];
  const acks = new Map<string, Ack[]>();
  /** Commands that make an event whenever they are accepted. */
  const words = new Set<string>();
  const held: Message[] = [];
  const underWay: Promise<unknown>[] = [];

  const send = ({ by, id, type, data }: Message) => {
    if (!by.socket.connected) return;
    const sent = by.socket
      .timeout(5_000)
      .emitWithAck('command', { id, type, data })
      .then((ack: Ack) => acks.set(id, [...(acks.get(id) ?? []), ack]))
      .catch(() => undefined);
    underWay.push(sent);
  };

  for (const step of steps) {
    const { by, type, data } = commandOf(step, eye.state, roles, (text) => text || 'words', spoken(eye));
    const message = { by: tabOf(by, step), id: randomUUID(), type, data };
    if (type === 'contribution.add' || type === 'floor.ask' || type === 'scenario.submit') words.add(message.id);
    const fate = (step.a + step.b) % 10;
    if (fate === 0) held.push(message);
    else send(message);
    // Doubled: at once, or over the other server.
    if (fate === 1) send(message);
    if (fate === 2) send({ ...message, by: tabOf(by, { ...step, b: step.b + 1 }) });
    if (fate === 3) tabs[step.a % tabs.length]!.drop();
    if (fate === 4) for (const late of held.splice(0)) send(late);
    if (fate < 7) await underWay.at(-1);
    if (fate === 8) await servers[step.b % 2]!.live.compare();
  }
  for (const late of held) send(late);
  await Promise.all(underWay);
  return { lab, roles, tabs, acks, words };
}

/** Contributions that a client has heard of. */
function spoken(client: LiveClient): { id: Id; by: Id }[] {
  return client.events.flatMap((event) =>
    event.type === 'contribution.added' && event.by ? [{ id: event.data.id, by: event.by }] : [],
  );
}

describe('seeded fuzz: two servers on one database', () => {
  it.each(SEEDS)(
    'R1, W6, W9: seed %i ends with every client as the law says, and every acknowledged command once',
    async (seed) => {
      const { lab, roles, tabs, acks, words } = await randomMeeting(seed);
      for (const server of servers) await server.live.compare();
      const log = await eventsAfter(lab.sessionId, 0);
      const state = foldAll(emptySession(), log);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));

      for (const tab of tabs) {
        const { id } = tab.you!;
        if (state.removed.includes(id)) {
          await tab.until(() => [...tab.byes, ...tab.refusals].includes('removed'), 'the goodbye');
          continue;
        }
        await tab.until(() => tab.socket.connected, `a connection of ${id}`);
        await tab.reached(state.seq);
        const hosts = readsAsHost(state, { id, role: roles.get(id)! });
        expect(tab.state).toEqual(redactState(state, { id, hosts }));
      }

      const rows = await sqlClient()<{ id: Id; seq: number; parts: number; spread: number }[]>`
        select command_id as id, max(seq) as seq, count(*)::int as parts, (max(seq) - min(seq) + 1)::int as spread
        from events where session_id = ${lab.sessionId} and command_id is not null group by command_id`;
      const inLog = new Map(rows.map((row) => [row.id, row]));
      for (const row of rows) expect(row.parts).toBe(row.spread);
      for (const [id, answers] of acks) {
        const row = inLog.get(id);
        for (const ack of answers) {
          // Where nothing changed the ack has the head of that moment, and there may never be an event.
          if (row && ack.ok) expect(ack.seq).toBeLessThanOrEqual(row.seq);
          if (ack.ok && words.has(id)) expect(ack.seq).toBe(row?.seq);
        }
      }
      expect(rows.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
