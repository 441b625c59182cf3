import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../../support/database';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

const advice = { kind: 'advice', body: 'Ask who signs.' };

async function timesInLog(commandId: string): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from events where command_id = ${commandId}`;
  return row!.count;
}

describe('W6: a command takes effect once', () => {
  it('sent twice at once, and again later, with one ack', async () => {
    const { rep } = await openMeeting(server);
    const id = randomUUID();
    const both = await Promise.all([
      rep.send('contribution.add', advice, id),
      rep.send('contribution.add', advice, id),
    ]);
    await rep.does('contribution.add', { ...advice, body: 'Something else.' });
    const later = await rep.send('contribution.add', advice, id);
    expect(new Set([...both, later].map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect(await timesInLog(id)).toBe(1);
    expect(rep.state.turn?.contributions).toHaveLength(2);
  });

  it('sent to another server, and after a restart', async () => {
    const { rep, lab } = await openMeeting(server);
    const id = randomUUID();
    const first = await rep.send('contribution.add', advice, id);
    const other = await startLive();
    const there = await other.connect(lab.reps[1]!, lab);
    expect(await there.send('contribution.add', advice, id)).toEqual(first);
    await other.close();
    const restarted = await startLive();
    const again = await restarted.connect(lab.reps[1]!, lab);
    expect(await again.send('contribution.add', advice, id)).toEqual(first);
    await restarted.close();
    expect(await timesInLog(id)).toBe(1);
  });

  it('also where it would be refused by now', async () => {
    const { host, lab } = await openMeeting(server);
    const id = randomUUID();
    const move = { phase: 'commit', from: 'coach' };
    const first = await host.send('turn.phase', move, id);
    expect(first.ok).toBe(true);
    await host.does('turn.phase', { phase: 'coach' });
    await host.does('turn.end');
    const other = await startLive();
    const there = await other.connect(lab.hosts[0]!, lab);
    expect(await there.send('turn.phase', move, id)).toEqual(first);
    await other.close();
  });

  it('and where nothing changes the ack has the head', async () => {
    const { host } = await openMeeting(server);
    const id = randomUUID();
    expect(await host.send('turn.phase', { phase: 'coach' }, id)).toEqual({ ok: true, seq: host.seq });
    expect(await timesInLog(id)).toBe(0);
  });
});

describe('W7: an id belongs to one command', () => {
  it('the same id with other content, or from another person, is a conflict', async () => {
    const { rep, seat } = await openMeeting(server);
    const id = randomUUID();
    await rep.send('contribution.add', advice, id);
    const other = await rep.send('contribution.add', { ...advice, body: 'Another.' }, id);
    const otherType = await rep.send('takeaway.leave', { body: 'Another.' }, id);
    const otherPerson = await seat.send('contribution.add', advice, id);
    for (const ack of [other, otherType, otherPerson]) {
      expect(ack).toMatchObject({ ok: false, error: { code: 'conflict' } });
    }
    expect(await timesInLog(id)).toBe(1);
  });

  it('the order of keys is no other content', async () => {
    const { rep } = await openMeeting(server);
    const id = randomUUID();
    const first = await rep.send('contribution.add', { kind: 'advice', body: 'Ask.' }, id);
    expect(await rep.send('contribution.add', { body: 'Ask.', kind: 'advice' }, id)).toEqual(first);
  });

  it('a refusal is never remembered: the same id is decided anew', async () => {
    const { host, rep } = await openMeeting(server);
    await host.does('turn.phase', { phase: 'present' });
    const id = randomUUID();
    expect(await rep.send('contribution.add', advice, id)).toMatchObject({ error: { code: 'wrong_phase' } });
    await host.does('turn.phase', { phase: 'coach' });
    expect(await rep.send('contribution.add', advice, id)).toMatchObject({ ok: true });
    expect(await timesInLog(id)).toBe(1);
  });
});

describe('W9: one order without gaps', () => {
  it('under 64 senders at once, on two servers', async () => {
    const { lab, host } = await openMeeting(server, { reps: 64 });
    const other = await startLive();
    const senders = await Promise.all(
      lab.reps.map((rep, index) => (index % 2 === 0 ? server : other).connect(rep, lab)),
    );
    const before = host.seq;
    const acks = await Promise.all(
      senders.flatMap((sender, index) =>
        [1, 2, 3].map((round) => sender.insist('contribution.add', { kind: 'advice', body: `${index} in ${round}` })),
      ),
    );
    expect(acks.every((ack) => ack.ok)).toBe(true);
    const seqs = acks.map((ack) => (ack.ok ? ack.seq : 0)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 192 }, (_, index) => before + 1 + index));
    await Promise.all([server.live.compare(), other.live.compare()]);
    await Promise.all(senders.map((sender) => sender.reached(before + 192)));
    for (const sender of senders) expect(sender.gaps).toBe(0);
    const rows = await sqlClient()<{ seq: number }[]>`
      select seq from events where session_id = ${lab.sessionId} order by seq`;
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: before + 192 }, (_, index) => index + 1));
    const [projected] = await sqlClient()`
      select count(*)::int as count from contributions where session_id = ${lab.sessionId}`;
    expect(projected).toEqual({ count: 192 });
    await other.close();
  });

  it('S19: at never runs back', async () => {
    const { lab } = await openMeeting(server);
    const rows = await sqlClient()<{ ordered: boolean }[]>`
      select at >= lag(at, 1, '-infinity') over (order by seq) as ordered from events
      where session_id = ${lab.sessionId}`;
    expect(rows.every(({ ordered }) => ordered)).toBe(true);
  });
});
