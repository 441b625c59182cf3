import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { membershipIn } from '@/db/labs';
import { createInvitation, joinByInvitation } from '@/db/invitations';
import { changeRole } from '@/db/members';
import { eventsAfter } from '@/db/session-log';
import { emptySession, foldAll, redactState } from '@/domain/session';
import { useTestDatabase } from '../../support/database';
import { addOutsider } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

describe('W10: whoever returns gets what is missing', () => {
  it('comes with nothing and gets the state', async () => {
    const { observer, host } = await openMeeting(server);
    const [welcome] = observer.welcomes;
    expect(welcome).toMatchObject({ you: { role: 'observer' } });
    expect(welcome!.state).toBeDefined();
    expect(welcome!.events).toBeUndefined();
    expect(observer.state).toEqual(redactState(observer.state, { id: observer.you!.id, hosts: false }));
    expect(host.state.seq).toBe(host.seq);
  });

  it('comes with what it had and gets the gap, after a lost connection too', async () => {
    const { rep, seat, lab } = await openMeeting(server);
    const had = rep.seq;
    rep.drop();
    rep.close();
    await seat.does('contribution.add', { kind: 'advice', body: 'While they were away.' });
    rep.comeBack();
    await rep.reached(had + 1);
    expect(rep.welcomes.at(-1)!.events?.map(({ seq }) => seq)).toEqual([had + 1]);
    const second = await server.connect(lab.reps[1]!, lab, { since: had + 1 });
    expect(second.welcomes[0]).toMatchObject({ seq: had + 1, events: [] });
  });

  it('comes from the future, as after a restored backup, and gets the state', async () => {
    const { lab, host } = await openMeeting(server);
    const client = await server.connect(lab.reps[2]!, lab, { since: 5_000 });
    expect(client.welcomes[0]!.state).toBeDefined();
    expect(client.seq).toBe(host.seq);
  });

  it('gets the state where the gap would weigh more', async () => {
    const { lab, seat, rep, host } = await openMeeting(server);
    const edits = Array.from({ length: 40 }, (_, index) =>
      `A takeaway of some length, for the ${index}th time. `.repeat(20),
    );
    for (const body of edits) await rep.does('takeaway.leave', { body });
    await Promise.all([seat, host].map((client) => client.reached(rep.seq)));
    const client = await server.connect(lab.reps[2]!, lab, { since: 0 });
    expect(client.welcomes[0]!.state).toBeDefined();
    expect(client.state.takeaways).toHaveLength(1);
  });

  it('and where a few events alone weigh more', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const since = rep.seq;
    for (let times = 0; times < 5; times += 1) {
      await rep.does('contribution.add', { kind: 'advice', body: `${times}`.padEnd(3_900, ' words') });
    }
    // The state keeps no words of an ended turn.
    await host.does('turn.end');
    const client = await server.connect(lab.reps[2]!, lab, { since });
    expect(client.welcomes[0]).toMatchObject({ seq: since + 6 });
    expect(client.welcomes[0]!.state).toBeDefined();
    expect((await server.connect(lab.reps[2]!, lab, { since: since + 5 })).welcomes[0]!.events).toHaveLength(1);
  });

  it('asks for a gap, and for an ended turn whole', async () => {
    const { host, rep, turnId } = await openMeeting(server);
    await rep.does('contribution.add', { kind: 'advice', body: 'Kept whole.' });
    const answer = await rep.sync(rep.seq - 1);
    expect(answer).toMatchObject({ seq: rep.seq, events: [{ type: 'contribution.added' }] });
    expect(await rep.turn(turnId)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await rep.reached(await host.does('turn.end'));
    const whole = await rep.turn(turnId);
    expect(whole).toMatchObject({ id: turnId, contributions: [{ body: 'Kept whole.' }] });
  });

  it('W11: misses nothing between welcome and the first events, while others write', async () => {
    const { lab, host, seat, rep } = await openMeeting(server);
    const writing = Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        [seat, rep][index % 2]!.insist('contribution.add', { kind: 'advice', body: `Number ${index}` }),
      ),
    );
    const late = await Promise.all(Array.from({ length: 12 }, () => server.connect(lab.reps[2]!, lab)));
    await writing;
    const head = await host.does('floor.open');
    await Promise.all(late.map((client) => client.reached(head)));
    const log = await eventsAfter(lab.sessionId, 0);
    const expected = redactState(foldAll(emptySession(), log), { id: lab.reps[2]!.id, hosts: false });
    for (const client of late) {
      expect(client.gaps).toBe(0);
      expect(client.state).toEqual(expected);
    }
  });

  it('opens from a snapshot and the rest of the log', async () => {
    const { lab, host, rep } = await openMeeting(server);
    await rep.does('contribution.add', { kind: 'advice', body: 'Before the end.' });
    await host.does('turn.end');
    const other = await startLive();
    const client = await other.connect(lab.reps[1]!, lab);
    expect(client.state).toEqual(
      redactState(foldAll(emptySession(), await eventsAfter(lab.sessionId, 0)), { id: lab.reps[1]!.id, hosts: false }),
    );
    await other.close();
  });
});

describe('W16: whose role changed while they were away', () => {
  /** Somebody leaves, gets another role, and comes back with what they had, to a server that never saw them. */
  async function comesBackAs(role: 'host' | 'rep') {
    const { lab, host, rep } = await openMeeting(server);
    await host.does('host.note', { body: 'For hosts' });
    const away = role === 'host' ? lab.reps[1]! : lab.hosts[1]!;
    const before = role === 'host' ? rep : await server.connect(away, lab);
    await before.reached(host.seq);
    const since = before.seq;
    before.close();
    const owner = (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
    expect(await changeRole(owner, away.id, role)).toMatchObject({ outcome: 'changed' });
    const other = await startLive();
    return { lab, host, away, since, other };
  }

  it.each(['host', 'rep'] as const)('gets the state, on a server that never saw them: now a %s', async (role) => {
    const { lab, host, away, since, other } = await comesBackAs(role);
    const back = await other.connect(away, lab, { since });
    expect(back.welcomes[0]!.state?.notes).toHaveLength(role === 'host' ? 1 : 0);
    // The server on which they were a host, or none, says the same.
    expect((await server.connect(away, lab, { since })).welcomes[0]!.state).toBeDefined();
    // Another server may tell them more as what they were, until it has heard.
    const later = await host.does('floor.open');
    expect((await other.connect(away, lab, { since: later })).welcomes[0]!.state).toBeDefined();
    await other.close();
  });

  it('gets the gap where they had none before: who has just joined by an invitation', async () => {
    const { lab, host } = await openMeeting(server);
    const owner = (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
    const { token } = await createInvitation(owner, {
      role: 'rep',
      expiresAt: new Date(Date.now() + 86_400_000),
      maxUses: 9,
    });
    const newcomer = await addOutsider();
    await joinByInvitation(token, newcomer.id);
    await sqlClient()`update members set pledged_at = now() where user_id = ${newcomer.id}`;
    const there = await server.connect(newcomer, lab);
    const since = there.seq;
    await host.does('floor.open');
    expect((await server.connect(newcomer, lab, { since })).welcomes[0]!.events).toHaveLength(1);
    // Who was here before in another role, left, and joined again, gets the state.
    const back = lab.hosts[1]!;
    await server.connect(back, lab);
    await expect
      .poll(async () => (await sqlClient()`select id from attendance where user_id = ${back.id}`).length)
      .toBe(1);
    await sqlClient()`delete from members where user_id = ${back.id}`;
    await joinByInvitation(token, back.id);
    await sqlClient()`update members set pledged_at = now() where user_id = ${back.id}`;
    const other = await startLive();
    expect((await other.connect(back, lab, { since })).welcomes[0]!.state).toBeDefined();
    await other.close();
  });

  it('gets the gap again from what they were told since', async () => {
    const { lab, host, away, other } = await comesBackAs('rep');
    await sqlClient()`update members set role_since = role_since - interval '1 hour' where user_id = ${away.id}`;
    const since = host.seq;
    await host.does('floor.open');
    const back = await other.connect(away, lab, { since });
    expect(back.welcomes[0]!.events).toHaveLength(1);
    expect((await other.connect(away, lab, { since: since + 1 })).welcomes[0]!.events).toEqual([]);
    await other.close();
  });
});
