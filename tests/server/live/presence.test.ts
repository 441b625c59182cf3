import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../../support/database';
import { addPerson, addSession, makeLab } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

describe('presence', () => {
  it('counts a person once, however many tabs, and says when the last one went', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const id = rep.you!.id;
    const tab = await server.connect(lab.reps[1]!, lab);
    expect([...host.presence.keys()].filter((one) => one === id)).toHaveLength(1);
    rep.close();
    const other = await server.connect(lab.reps[2]!, lab);
    await host.until(() => host.presence.has(other.you!.id), 'the newcomer');
    expect(host.presence.has(id)).toBe(true);
    tab.close();
    await host.until(() => !host.presence.has(id), 'their leaving');
    expect(other.welcomes[0]!.presence.map((person) => person.id)).toContain(host.you!.id);
  });

  it('names the absent, and whoever has left the lab only as a former member', async () => {
    const { lab, host, rep } = await openMeeting(server);
    await rep.does('contribution.add', { kind: 'advice', body: 'I was here.' });
    await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${rep.you!.id}`;
    await server.live.removeMember(lab.labId, rep.you!.id);
    await host.until(() => !host.presence.has(lab.reps[1]!.id), 'their leaving');
    const late = await server.connect(lab.hosts[1]!, lab);
    const names = new Map(late.welcomes[0]!.people.map(({ id, name }) => [id, name]));
    expect(names.get(lab.reps[1]!.id)).toBe('a former member');
    expect(names.get(lab.reps[2]!.id)).toBe(lab.reps[2]!.name);
  });

  it('tells those who are here what somebody is called who has left the lab, and is back', async () => {
    const { lab, host, rep } = await openMeeting(server);
    await rep.does('contribution.add', { kind: 'advice', body: 'I was here.' });
    const { id, name } = lab.reps[1]!;
    const called = (wanted: string) =>
      host.until(() => host.called.get(id) === wanted && !host.presence.has(id), `“${wanted}”, who is not here`);
    await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${id}`;
    await server.live.removeMember(lab.labId, id);
    await called('a former member');
    await sqlClient()`insert into members (lab_id, user_id, role) values (${lab.labId}, ${id}, 'rep')`;
    await server.live.memberChanged(lab.labId, id);
    await called(name);
  });

  it('in a lab of hundreds too names all whom ended turns and the roll call name', async () => {
    const { lab, host, rep, seat } = await openMeeting(server);
    const sql = sqlClient();
    await sql`
      with more as (insert into users (id, email, name)
        select id, id || '@example.com', 'Somebody' from (select gen_random_uuid() as id from generate_series(1, 210)) as r
        returning id)
      insert into members (lab_id, user_id, role) select ${lab.labId}, id, 'observer' from more`;
    await rep.does('contribution.add', { kind: 'advice', body: 'Ask who signs.' });
    await host.does('turn.phase', { phase: 'commit' });
    await seat.reached(host.seq);
    await seat.does('commitment.make', { decision: 'move_on' });
    await host.does('session.end');
    const other = await startLive();
    const named = async (where: string) => {
      const { people } = (await other.connect(lab.hosts[1]!, where)).welcomes[0]!;
      expect(people.length).toBeLessThan(10);
      return new Map(people.map(({ id, name }) => [id, name]));
    };
    const whole = await named(lab.sessionId);
    expect([rep, seat].map(({ you }) => whole.get(you!.id))).toEqual([lab.reps[1]!.name, lab.reps[0]!.name]);
    const next = await addSession(lab.labId, 2);
    const opener = await other.connect(lab.hosts[0]!, next);
    await opener.does('session.start');
    expect(opener.state.rollCall).toHaveLength(1);
    expect((await named(next)).get(seat.you!.id)).toBe(lab.reps[0]!.name);
    await other.close();
  });

  it('who has just left is not taken for somebody at another server', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const away = () => !host.presence.has(lab.reps[1]!.id);
    for (let times = 0; times < 3; times += 1) {
      const again = times === 0 ? rep : await server.connect(lab.reps[1]!, lab);
      await host.until(() => !away(), 'their coming');
      again.close();
      await host.until(away, 'their leaving');
      const told = host.raw.length;
      await server.live.compare();
      await host.does('host.note', { body: 'Are they gone?' });
      const later = host.raw.slice(told).filter((message) => (message as { name: string }).name === 'presence');
      expect(later).toEqual([]);
    }
  });

  it('passes typing on to the others, not to the writer’s own tabs, and not too often', async () => {
    const { lab, host, rep, observer } = await openMeeting(server);
    const tab = await server.connect(lab.reps[1]!, lab);
    for (let times = 0; times < 5; times += 1) rep.socket.emit('typing');
    await Promise.all([host, observer].map((client) => client.until(() => client.typing.length > 0, 'typing')));
    await tab.does('contribution.add', { kind: 'advice', body: 'Written.' });
    expect([host.typing, observer.typing, rep.typing, tab.typing]).toEqual([[rep.you!.id], [rep.you!.id], [], []]);
  });

  it('P3: nobody learns that an observer types', async () => {
    const { host, rep, observer } = await openMeeting(server);
    observer.socket.emit('typing');
    await observer.socket.emitWithAck('time');
    rep.socket.emit('typing');
    await host.until(() => host.typing.length > 0, 'typing');
    expect(host.typing).toEqual([rep.you!.id]);
  });

  it('drops the people of a server that crashed, once they went stale', async () => {
    const { lab, host } = await openMeeting(server);
    const gone = lab.reps[2]!.id;
    const sql = sqlClient();
    await sql`
      insert into attendance (id, session_id, user_id, role, from_at, seen_at)
      values (${crypto.randomUUID()}, ${lab.sessionId}, ${gone}, 'rep', now(), now())`;
    await server.live.compare();
    await host.until(() => host.presence.has(gone), 'somebody at another server');
    await sql`update attendance set seen_at = now() - interval '1 minute' where user_id = ${gone}`;
    await server.live.compare();
    await host.until(() => !host.presence.has(gone), 'their going stale');
  });

  it('tells of somebody at another server by their name, and of another name to everybody', async () => {
    const { lab, host } = await openMeeting(server);
    const other = await startLive();
    const newcomer = await addPerson(lab.labId, 'rep');
    const there = await other.connect(newcomer, lab);
    const heard = () =>
      host.raw.flatMap((message) => {
        const { name, payload } = message as { name: string; payload: { joined?: { id: string; name: string }[] } };
        return name === 'presence' ? (payload.joined ?? []).filter(({ id }) => id === newcomer.id) : [];
      });
    await expect.poll(() => server.live.compare().then(() => heard().length)).toBe(1);
    expect(heard()[0]!.name).toBe(newcomer.name);
    const sql = sqlClient();
    await sql`update users set name = 'Another Name' where id = ${newcomer.id}`;
    await Promise.all([server.live.compare(), other.live.compare()]);
    for (const client of [host, there]) {
      await client.until(() => client.presence.get(newcomer.id)?.name === 'Another Name', 'the other name');
    }
    await other.close();
  });

  it('attendance is written: who, from when, until when', async () => {
    const { lab, host, rep } = await openMeeting(server);
    rep.close();
    await host.until(() => !host.presence.has(lab.reps[1]!.id), 'their leaving');
    const rows = async () => sqlClient()<{ role: string; gone: boolean }[]>`
      select role, until_at is not null as gone from attendance
      where session_id = ${lab.sessionId} and user_id = ${lab.reps[1]!.id}`;
    await expect.poll(rows).toEqual([{ role: 'rep', gone: true }]);
  });
});

describe('S14, S15: while no host is there', () => {
  it('W18: a rep can take over after three minutes, is told since when, reads what the room reads, and stops when a host returns', async () => {
    const { lab, host, rep, seat } = await openMeeting(server);
    expect(await rep.send('host.take_over')).toMatchObject({ error: { code: 'forbidden' } });
    await host.does('host.note', { body: 'Not for whoever stands in' });
    host.close();
    await rep.until(() => !rep.presence.has(lab.hosts[0]!.id), 'the host leaving');
    expect(await rep.send('host.take_over')).toMatchObject({ error: { code: 'forbidden' } });
    await expect
      .poll(async () => {
        const rows = await sqlClient()`
          update attendance set until_at = until_at - interval '4 minutes', seen_at = seen_at - interval '4 minutes'
          where session_id = ${lab.sessionId} and user_id = ${lab.hosts[0]!.id} and until_at is not null returning id`;
        return rows.length;
      })
      .toBe(1);
    await sqlClient()`update events set at = at - interval '10 minutes' where session_id = ${lab.sessionId}`;
    await sqlClient()`delete from snapshots where session_id = ${lab.sessionId}`;
    const other = await startLive();
    const standIn = await other.connect(lab.reps[1]!, lab);
    rep.close();
    const { serverTime, hostAwaySince } = standIn.welcomes[0]!;
    const awayMs = Date.parse(serverTime) - Date.parse(hostAwaySince!);
    expect(awayMs).toBeGreaterThanOrEqual(240_000);
    expect(awayMs).toBeLessThan(260_000);
    await standIn.does('host.take_over');
    await standIn.until(() => standIn.you?.role === 'host', 'the new role');
    expect(standIn.state.notes).toEqual([]);
    await standIn.does('turn.pause');
    expect((await other.connect(lab.reps[2]!, lab)).welcomes[0]!.hostAwaySince).toBeUndefined();
    const back = await other.connect(lab.hosts[0]!, lab);
    expect(back.welcomes[0]!.hostAwaySince).toBeUndefined();
    await standIn.until(() => standIn.you?.role === 'rep', 'the old role');
    await back.until(() => back.state.standIn === undefined, 'the end of standing in');
    expect(back.events.at(-1)).toMatchObject({ type: 'host.returned', by: null });
    expect(await standIn.send('turn.resume')).toMatchObject({ error: { code: 'forbidden' } });
    seat.close();
    await other.close();
  });

  it('S14: before the start the three minutes count from when it was to begin, also where that was moved', async () => {
    const lab = await makeLab();
    const moved = (by: string) => sqlClient()`
      update sessions set starts_at = now() + ${by}::interval where id = ${lab.sessionId}`;
    await moved('-10 minutes');
    const rep = await server.connect(lab.reps[0]!, lab);
    await moved('1 hour');
    expect(await rep.send('host.take_over')).toMatchObject({ error: { code: 'forbidden' } });
    await moved('-4 minutes');
    await rep.does('host.take_over');
  });

  it('S15: stops too where the host came in by another server in the moment of taking over', async () => {
    const { lab, host, seat } = await openMeeting(server);
    host.close();
    seat.close();
    await sqlClient()`update events set at = at - interval '10 minutes' where session_id = ${lab.sessionId}`;
    await sqlClient()`delete from snapshots where session_id = ${lab.sessionId}`;
    const [here, there] = [await startLive(), await startLive()];
    const back = await there.connect(lab.hosts[0]!, lab);
    // As it was written down when the rep's server looked: the host is not back yet.
    await expect
      .poll(async () => {
        const rows = await sqlClient()`
          update attendance set until_at = now() - interval '4 minutes', seen_at = now() - interval '4 minutes'
          where session_id = ${lab.sessionId} and user_id = ${lab.hosts[0]!.id} returning id`;
        return rows.length;
      })
      .toBe(2);
    const rep = await here.connect(lab.reps[1]!, lab);
    await rep.does('host.take_over');
    await there.live.compare();
    await back.until(() => back.events.some(({ type }) => type === 'host.returned'), 'the end of standing in');
    await here.live.compare();
    await rep.until(() => rep.you?.role === 'rep', 'the old role');
    await Promise.all([here.close(), there.close()]);
  });
});
