import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import { makeLab } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

describe('two sockets in one session', () => {
  it('see each other’s words, in one order, and the history is projected', async () => {
    const lab = await makeLab();
    const [host, rep] = [await server.connect(lab.hosts[0]!, lab), await server.connect(lab.reps[0]!, lab)];
    await rep.does('scenario.submit', aDeal());
    await host.does('session.start');
    const scenarioId = host.state.queue[0]!;
    await host.does('turn.start', { scenarioId });
    await host.does('turn.phase', { phase: 'coach' });
    const other = await server.connect(lab.reps[1]!, lab);
    const seq = await other.does('contribution.add', { kind: 'advice', body: 'Ask who signs.' });
    await Promise.all([host.reached(seq), rep.reached(seq)]);
    expect(host.state.turn?.contributions.map(({ body }) => body)).toEqual(['Ask who signs.']);
    expect(rep.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(rep.events.at(-1)).toMatchObject({ type: 'contribution.added', by: lab.reps[1]!.id });

    const [row] = await sqlClient()`select body, kind from contributions where session_id = ${lab.sessionId}`;
    expect(row).toEqual({ body: 'Ask who signs.', kind: 'advice' });
    const [session] = await sqlClient()`select status from sessions where id = ${lab.sessionId}`;
    expect(session?.status).toBe('live');
  });
});
