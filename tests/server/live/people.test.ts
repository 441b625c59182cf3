import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { beginSignIn, endSignIn, endSignIns } from '@/db/sign-ins';
import { emptySession } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';
import type { Bye } from '@/domain/wire';
import { People, type LiveSocket } from '@/server/live/people';
import { useTestDatabase } from '../../support/database';
import { addOutsider, addPerson, makeLab } from '../../support/lab';
import { LiveClient } from '../../support/live-client';
import { connectTo, cookieOf, signInCookie, startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

const codeOf = (connecting: Promise<LiveClient>) =>
  connecting.then(
    (client) => `let in as ${client.you?.role}`,
    (error: Error) => error.message,
  );

describe('W12: who may connect', () => {
  it('nobody without a sign-in, with a foreign one, or with one that was signed out', async () => {
    const lab = await makeLab();
    const { sessionId } = lab;
    const rep = lab.reps[0]!;
    const connect = (cookie: string | undefined) => codeOf(new LiveClient(server.url, cookie, { sessionId }).ready());
    expect(await connect(undefined)).toBe('unauthenticated');
    const malformed = (cookie?: string) => codeOf(new LiveClient(server.url, cookie, { sessionId: 7 }).ready());
    expect(await malformed()).toBe('unauthenticated');
    expect(await malformed(await cookieOf(rep.id, randomUUID()))).toBe('unauthenticated');
    expect(await malformed(await signInCookie(rep.id))).toBe('not_found');
    expect(await connect('next-auth.session-token=nonsense')).toBe('unauthenticated');
    expect(await connect(await cookieOf(rep.id, randomUUID()))).toBe('unauthenticated');
    expect(await connect(await cookieOf(randomUUID(), randomUUID()))).toBe('unauthenticated');
    const ended = await beginSignIn(rep.id, 'Test');
    await endSignIn({ userId: rep.id, signInId: ended });
    expect(await connect(await cookieOf(rep.id, ended))).toBe('unauthenticated');
    const another = await beginSignIn(lab.reps[1]!.id, 'Test');
    expect(await connect(await cookieOf(rep.id, another))).toBe('unauthenticated');
    expect(await connect(`a=b; ${await signInCookie(rep.id)}; c=d`)).toBe('let in as rep');
  });

  it('no outsider, and only a public lab says that it is there', async () => {
    const [closed, open] = [await makeLab(), await makeLab({}, { public: true })];
    const outsider = await addOutsider();
    expect(await codeOf(connectTo(server.url, outsider, closed))).toBe('not_found');
    expect(await codeOf(connectTo(server.url, open.hosts[0]!, closed))).toBe('not_found');
    expect(await codeOf(connectTo(server.url, outsider, open))).toBe('not_a_member');
    expect(await codeOf(connectTo(server.url, outsider, crypto.randomUUID()))).toBe('not_found');
    expect(await codeOf(connectTo(server.url, outsider, 'not an id'))).toBe('not_found');
  });

  it('nobody before the pledge, and nobody whom a host removed', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const newcomer = await addPerson(lab.labId, 'rep', false);
    expect(await codeOf(connectTo(server.url, newcomer, lab))).toBe('pledge_required');
    await host.does('participant.remove', { userId: rep.you!.id });
    await rep.until(() => rep.byes.includes('removed'), 'the goodbye');
    await rep.until(() => !rep.socket.connected, 'the end of the connection');
    expect(await codeOf(connectTo(server.url, lab.reps[1]!, lab))).toBe('removed');
  });

  it('an older build is told to reload, and goes on until then', async () => {
    const lab = await makeLab();
    const old = await server.connect(lab.reps[0]!, lab, { version: 'another' });
    await old.until(() => old.byes.length > 0, 'the goodbye');
    expect(old.byes).toEqual(['outdated']);
    expect(old.raw[0]).toMatchObject({ name: 'welcome' });
    const same = await server.connect(lab.reps[0]!, lab, { version: 'this' });
    await same.does('takeaway.leave', { body: 'x' }).catch(() => undefined);
    expect(same.byes).toEqual([]);
  });
});

describe('W13: cut off at once', () => {
  it('a member who is removed from the lab', async () => {
    const { lab, rep, seat } = await openMeeting(server);
    const told = new Promise<Bye>((resolve) => rep.socket.once('bye', resolve));
    await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${rep.you!.id}`;
    await server.live.removeMember(lab.labId, rep.you!.id);
    await rep.until(() => !rep.socket.connected, 'the end of the connection');
    expect(rep.byes).toEqual(['removed']);
    // Not from this session alone.
    expect(await told).toEqual({ code: 'removed', fromLab: true });
    await seat.until(() => !seat.presence.has(lab.reps[1]!.id), 'their leaving');
    expect(await codeOf(connectTo(server.url, lab.reps[1]!, lab))).toBe('not_found');
  });

  it('whoever leaves while on the hot seat: their turn is over, and nobody waits', async () => {
    const { lab, host, seat, turnId } = await openMeeting(server);
    await sqlClient()`delete from members where lab_id = ${lab.labId} and user_id = ${seat.you!.id}`;
    await server.live.removeMember(lab.labId, seat.you!.id);
    await server.live.endTurnsOf(lab.labId, seat.you!.id);
    await host.until(() => host.state.turn === undefined, 'the end of the turn');
    expect(host.state.turns.map(({ id }) => id)).toEqual([turnId]);
    expect(host.events.at(-1)).toMatchObject({ type: 'turn.ended', by: null });
    expect(seat.byes).toEqual(['removed']);
  });

  it('a person who signs out everywhere, with every tab', async () => {
    const { lab, rep } = await openMeeting(server);
    const tab = await server.connect(lab.reps[1]!, lab);
    await endSignIns(rep.you!.id);
    await server.live.signedOut(lab.reps[1]!.id, 'all');
    await Promise.all([rep, tab].map((client) => client.until(() => !client.socket.connected, 'the end')));
    expect([rep.byes, tab.byes]).toEqual([['signed_out'], ['signed_out']]);
  });

  it('one sign-in and no other, or all others and not this one', async () => {
    const { lab } = await openMeeting(server);
    const who = lab.reps[2]!;
    const on = async () => {
      const signInId = await beginSignIn(who.id, 'Test');
      const cookie = await cookieOf(who.id, signInId);
      return { signInId, client: await new LiveClient(server.url, cookie, { sessionId: lab.sessionId }).ready() };
    };
    const [here, lost, left] = [await on(), await on(), await on()];
    await endSignIn({ userId: who.id, signInId: lost.signInId });
    await server.live.signedOut(who.id, { only: lost.signInId });
    await lost.client.until(() => !lost.client.socket.connected, 'the end');
    expect([here, lost, left].map(({ client }) => client.byes)).toEqual([[], ['signed_out'], []]);
    await endSignIns(who.id, here.signInId);
    await server.live.signedOut(who.id, { but: here.signInId });
    await left.client.until(() => !left.client.socket.connected, 'the end');
    await here.client.does('scenario.second', { scenarioId: randomUUID() }).catch(() => undefined);
    expect([here, left].map(({ client }) => client.byes)).toEqual([[], ['signed_out']]);
    here.client.close();
  });

  it('and within the comparison, where another server was told', async () => {
    const { lab, rep, seat } = await openMeeting(server);
    const sql = sqlClient();
    await sql`delete from members where lab_id = ${lab.labId} and user_id = ${rep.you!.id}`;
    await endSignIns(seat.you!.id);
    await server.live.compare();
    await Promise.all([rep, seat].map((client) => client.until(() => !client.socket.connected, 'the end')));
    expect([rep.byes, seat.byes]).toEqual([['removed'], ['signed_out']]);
  });

  it('a changed role holds at once, with a new welcome', async () => {
    const { lab, rep, host } = await openMeeting(server);
    await host.does('host.note', { body: 'For hosts' });
    await sqlClient()`update members set role = 'host' where lab_id = ${lab.labId} and user_id = ${rep.you!.id}`;
    await server.live.memberChanged(lab.labId, rep.you!.id);
    await rep.until(() => rep.you?.role === 'host', 'the new role');
    expect(rep.state.notes).toHaveLength(1);
    await rep.does('turn.pause');
  });
});

describe('W16: a role that changes while somebody comes in', () => {
  it('holds for all their tabs, though the handshake of the second is the first to hear of it', async () => {
    const { lab, rep } = await openMeeting(server);
    await sqlClient()`
      update members set role = 'host', role_since = now()
      where lab_id = ${lab.labId} and user_id = ${lab.reps[1]!.id}`;
    const tab = await server.connect(lab.reps[1]!, lab);
    expect(tab.you?.role).toBe('host');
    await rep.until(() => rep.you?.role === 'host', 'the new role in the first tab');
    await tab.does('turn.pause');
    await rep.does('turn.resume');
  });

  it('is the one of the lab, not the one that a handshake of a moment ago found', () => {
    const people = new People();
    const session = emptySession();
    const known = { id: 'a', name: 'Ruth' };
    const tab = (role: Role) => ({ data: { userId: 'a', name: 'Ruth', role } }) as unknown as LiveSocket;
    people.setMembers([{ ...known, role: 'rep' }]);
    people.add(tab('host'), session);
    expect(people.here.get('a')).toMatchObject({ labRole: 'rep', role: 'rep', hosts: false });
    people.setMembers([{ ...known, role: 'observer' }]);
    const late = tab('rep');
    people.add(late, session);
    expect(late.data.role).toBe('observer');
  });
});
