import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guestLinksOf, revokeGuestLink } from '@/db/guests';
import { COMMAND_TYPES } from '@/domain/permissions';
import { dataAbout } from '../../support/command-data';
import { useTestDatabase } from '../../support/database';
import { hostOf, makeGuest } from '../../support/guests';
import { addPerson, addSession, makeLab, type TestLab } from '../../support/lab';
import { LiveClient } from '../../support/live-client';
import { guestCookie, signInCookie, startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
const opened: LiveClient[] = [];
beforeAll(async () => {
  server = await startLive();
});
afterAll(async () => {
  for (const client of opened) client.close();
  await server.close();
});

function come(cookie: string, sessionId: string): Promise<LiveClient> {
  const client = new LiveClient(server.url, cookie, { sessionId });
  opened.push(client);
  return client.ready();
}

const guestName = (lab: TestLab) => `whetstone-guest-${lab.sessionId}`;

const whyNot = (coming: Promise<LiveClient>) =>
  coming.then(
    (client) => `let in as ${client.you?.role}`,
    (error: Error) => error.message,
  );

async function guestIn(lab: TestLab, name?: string) {
  const id = await makeGuest(lab, name);
  const cookie = await guestCookie(id, lab.sessionId);
  return { id, cookie, client: await come(cookie, lab.sessionId) };
}

describe('W19: a guest', () => {
  it('is shown as one to everybody, and reads what an observer reads', async () => {
    const { lab, host, seat, rep, observer } = await openMeeting(server);
    await host.does('host.note', { body: 'for hosts alone' });
    const { id, client } = await guestIn(lab, 'Gus Visitor');
    const shown = { id, name: 'Gus Visitor', role: 'observer', guest: true };
    expect(client.you).toEqual(shown);
    for (const other of [host, seat, rep, observer]) {
      await other.until(() => other.presence.has(id), 'the guest');
      expect(other.presence.get(id)).toEqual(shown);
    }
    await rep.does('contribution.add', { kind: 'advice', body: 'Ask who signs.' });
    await client.reached(rep.seq);
    expect(client.state.turn!.contributions.map(({ body }) => body)).toEqual(['Ask who signs.']);
    expect(JSON.stringify(client.raw)).not.toContain('for hosts alone');
    const later = await server.connect(lab.reps[2]!, lab);
    expect(later.welcomes[0]!.presence).toContainEqual(shown);
  });

  it('R6: is not told who has asked what is sealed, also when the asker has left', async () => {
    const { lab, host } = await openMeeting(server);
    const asker = await guestIn(lab, 'Gus Visitor');
    await asker.client.does('floor.ask', { body: 'Why this one?' });
    asker.client.close();
    await host.until(() => !host.presence.has(asker.id), 'that the asker has left');
    const { client } = await guestIn(lab, 'Another Guest');
    expect(JSON.stringify(client.raw)).not.toContain('Gus Visitor');
    const again = await server.connect(lab.hosts[0]!, lab);
    expect(again.welcomes[0]!.people.map(({ name }) => name)).toContain('Gus Visitor');
    await again.does('floor.open');
    await client.reached(await again.does('floor.release', { questionId: again.state.floor.questions[0]!.id }));
    // Its asker isn't there: their name is asked for.
    const told = await client.sync(client.seq);
    expect(JSON.stringify(told)).toContain('Gus Visitor');
  });

  it('W21: hears with everybody in the room that its number, time or call may be another, and nobody hears what', async () => {
    const { lab, host, rep, observer } = await openMeeting(server);
    const { client } = await guestIn(lab);
    const elsewhere = await openMeeting(server);
    await server.live.meetingsChanged(lab.labId);
    const heard = (one: LiveClient) => one.raw.filter((each) => (each as { name: string }).name === 'meeting');
    for (const one of [host, rep, observer, client]) {
      await one.until(() => heard(one).length > 0, 'that the meeting changed');
      expect(heard(one)).toEqual([{ name: 'meeting', payload: undefined }]);
    }
    await elsewhere.host.does('host.note', { body: 'after it' });
    expect(heard(elsewhere.host)).toEqual([]);
  });

  it('writes nothing but the sealed question', async () => {
    const { lab, host, scenarioId, turnId } = await openMeeting(server);
    const { client } = await guestIn(lab);
    const about = dataAbout({ lab, scenarioId, turnId });
    for (const type of COMMAND_TYPES) {
      const ack = await client.send(type, about(type));
      expect([type, ack.ok ? 'ok' : ack.error.code]).toEqual([type, type === 'floor.ask' ? 'ok' : 'read_only']);
    }
    await host.until(() => host.state.floor.questions.length > 0, 'the sealed question');
    const { id } = host.state.floor.questions[0]!;
    await host.does('floor.open');
    await host.does('floor.release', { questionId: id });
    await client.reached(host.seq);
    expect(client.state.floor.questions).toMatchObject([{ id, by: client.you!.id, body: 'Why?' }]);
  });

  it('opens no other room, and no account', async () => {
    const lab = await makeLab();
    const id = await makeGuest(lab);
    const cookie = await guestCookie(id, lab.sessionId);
    for (const other of [await addSession(lab.labId, 2), (await makeLab()).sessionId, randomUUID()]) {
      expect(await whyNot(come(cookie, other))).toBe('unauthenticated');
      expect(await whyNot(come(await guestCookie(id, other), other))).toBe('not_found');
    }
    // Each cookie opens only what it is for, under the other's name too.
    expect(await whyNot(come(cookie.replace(guestName(lab), 'next-auth.session-token'), lab.sessionId))).toBe(
      'unauthenticated',
    );
    const asGuest = (await signInCookie(lab.reps[0]!.id)).replace('next-auth.session-token', guestName(lab));
    expect(await whyNot(come(asGuest, lab.sessionId))).toBe('unauthenticated');
    expect(await whyNot(come(await guestCookie(lab.reps[0]!.id, lab.sessionId), lab.sessionId))).toBe(
      'unauthenticated',
    );
  });

  it('has a place in each session that they were asked to, on one device', async () => {
    const { lab } = await openMeeting(server);
    const second = await makeLab();
    const cookies = [
      await guestCookie(await makeGuest(lab), lab.sessionId),
      await guestCookie(await makeGuest(second), second.sessionId),
    ].join('; ');
    for (const { sessionId } of [lab, second]) {
      expect((await come(cookies, sessionId)).you).toMatchObject({ role: 'observer', guest: true });
    }
  });

  it('is told of those whom the session names, and not of who else is in the lab', async () => {
    const { lab, rep } = await openMeeting(server);
    await rep.does('takeaway.leave', { body: 'Ask sooner.' }).catch(() => undefined);
    const stranger = await addPerson(lab.labId, 'rep');
    await server.live.memberChanged(lab.labId, stranger.id);
    const { client } = await guestIn(lab);
    const welcome = client.raw[0];
    expect(JSON.stringify(welcome)).not.toContain(stranger.name);
    for (const named of [...lab.hosts, lab.reps[0]!]) expect(JSON.stringify(welcome)).toContain(named.name);
    const member = await server.connect(lab.reps[2]!, lab);
    expect(JSON.stringify(member.raw[0])).toContain(stranger.name);
  });

  it('is cut off when the link is ended, and does not come back', async () => {
    const { lab, host } = await openMeeting(server);
    const { id, cookie, client } = await guestIn(lab);
    await host.until(() => host.presence.has(id), 'the guest');
    const membership = await hostOf(lab);
    const [link] = await guestLinksOf(membership);
    for (const gone of (await revokeGuestLink(membership, link!.id))!) await server.live.removeMember(lab.labId, gone);
    await client.until(() => client.byes.includes('removed'), 'the goodbye');
    await client.until(() => !client.socket.connected, 'the end of the connection');
    await host.until(() => !host.presence.has(id), 'their leaving');
    expect(await whyNot(come(cookie, lab.sessionId))).toBe('not_found');
  });

  it('who has an account in the lab comes as that, with a guest’s cookie too', async () => {
    const { lab } = await openMeeting(server);
    const cookie = await guestCookie(await makeGuest(lab), lab.sessionId);
    const both = await come(`${cookie}; ${await signInCookie(lab.reps[2]!.id)}`, lab.sessionId);
    expect(both.you).toEqual({ id: lab.reps[2]!.id, name: lab.reps[2]!.name, role: 'rep' });
    const elsewhere = (await makeLab()).reps[0]!;
    const visiting = await come(`${cookie}; ${await signInCookie(elsewhere.id)}`, lab.sessionId);
    expect(visiting.you).toMatchObject({ role: 'observer', guest: true });
  });
});
