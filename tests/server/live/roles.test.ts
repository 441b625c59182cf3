import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { membershipIn } from '@/db/labs';
import { sessionRecap } from '@/db/recap';
import { scenarioLife } from '@/db/scenario-life';
import { sessionPlace } from '@/db/session-place';
import { COMMAND_TYPES, grantOf, statusAllows, type CommandType } from '@/domain/permissions';
import { SESSION_STATUSES, type Role, type SessionStatus } from '@/domain/vocabulary';
import { useTestDatabase } from '../../support/database';
import { dataAbout } from '../../support/command-data';
import { aDeal } from '../../support/deals';
import type { LiveClient } from '../../support/live-client';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';
import { makeLab, type TestLab } from '../../support/lab';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

interface Cast {
  lab: TestLab;
  clients: Record<Role, LiveClient>;
  /** Data about something of the rep's own, except where that must be somebody else's. */
  about: (type: CommandType) => object;
}

/** A session in that status in which the first rep has a deal that waits, words, and (but for a scheduled one) a turn. */
async function castIn(status: SessionStatus): Promise<Cast> {
  if (status === 'scheduled' || status === 'cancelled') {
    const lab = await makeLab();
    const [host, rep, observer] = await Promise.all(
      [lab.hosts[0]!, lab.reps[0]!, lab.observers[0]!].map((who) => server.connect(who, lab)),
    );
    await rep!.does('scenario.submit', aDeal('Mine'));
    await host!.reached(1);
    const scenarioId = host!.state.queue[0]!;
    if (status === 'cancelled') await host!.does('session.cancel');
    return { lab, clients: { host: host!, rep: rep!, observer: observer! }, about: dataAbout({ lab, scenarioId }) };
  }
  const { lab, host, seat, rep, observer, turnId } = await openMeeting(server);
  await seat.does('scenario.submit', aDeal('Mine'));
  await rep.does('contribution.add', { kind: 'advice', body: 'Ask.' });
  await host.reached(rep.seq);
  const scenarioId = host.state.queue[0]!;
  const contributionId = host.state.turn!.contributions[0]!.id;
  await host.does('floor.open');
  await host.does('floor.ask', { body: 'Why?' });
  const questionId = host.state.floor.questions[0]!.id;
  if (status === 'closing') await host.does('session.close');
  if (status === 'ended') await host.does('session.end');
  await Promise.all([seat, observer].map((client) => client.reached(host.seq)));
  const clients = { host, rep: seat, observer };
  return { lab, clients, about: dataAbout({ lab, scenarioId, contributionId, questionId, turnId }) };
}

/** What would move the session to another status is sent last. */
const ORDER = [...COMMAND_TYPES].sort((a, b) => Number(a.startsWith('session.')) - Number(b.startsWith('session.')));

describe.each(SESSION_STATUSES)('P1: the table, through a real socket, in a session that is %s', (status) => {
  it.each(['observer', 'rep', 'host'] as const)(
    'as %s',
    async (role) => {
      const { lab, clients, about } = await castIn(status);
      const client = clients[role];
      for (const type of ORDER) {
        const before = await stored(lab.sessionId);
        const [now] = await sqlClient()<
          { status: SessionStatus }[]
        >`select status from sessions where id = ${lab.sessionId}`;
        // Once one of them moved the session on, the rest is for the other statuses' tests.
        if (now!.status !== status) break;
        const ack = await client.send(type, about(type));
        const code = ack.ok ? 'ok' : ack.error.code;
        if (!grantOf(role, type)) {
          expect([type, code]).toEqual([type, role === 'observer' ? 'read_only' : 'forbidden']);
        } else if (!statusAllows(type, status, { role })) {
          expect(['wrong_status', 'not_found', 'forbidden'], `${type} as ${role} in ${status}`).toContain(code);
        } else {
          expect(
            ['wrong_status', 'read_only', 'invalid', 'unavailable'],
            `${type} as ${role} in ${status}`,
          ).not.toContain(code);
        }
        if (!ack.ok) expect(await stored(lab.sessionId)).toBe(before);
      }
    },
    30_000,
  );
});

it('S17: whoever is removed from a session is kept from its room, and reads what the lab’s members read', async () => {
  const { lab, host, rep, scenarioId } = await openMeeting(server);
  const { id } = lab.reps[1]!;
  await host.does('participant.remove', { userId: id });
  await rep.until(() => !rep.socket.connected, 'the end of the connection');
  const member = (await membershipIn(id, lab.labId))!;
  const place = (await sessionPlace(id, lab.sessionId))!;
  expect((await sessionRecap(place)).recap.status).toBe('live');
  expect((await scenarioLife(member, scenarioId))?.turns).toHaveLength(1);
  await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${id}`;
  expect([await membershipIn(id, lab.labId), await sessionPlace(id, lab.sessionId)]).toEqual([undefined, undefined]);
});

async function stored(sessionId: string): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from events where session_id = ${sessionId}`;
  return row!.count;
}
