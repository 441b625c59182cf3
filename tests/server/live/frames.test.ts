import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import type { LiveClient } from '../../support/live-client';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting, type Meeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startLive();
  meeting = await openMeeting(server);
});
afterAll(() => server.close());

/** Everything that a client ever got, as it came over the wire; and what a newcomer of theirs gets now. */
async function everythingOf(client: LiveClient): Promise<string> {
  const who = client.you!;
  const fresh = await server.connect({ ...who, role: 'rep' }, meeting.lab);
  const resumed = await server.connect({ ...who, role: 'rep' }, meeting.lab, { since: 0 });
  const turns = await Promise.all(fresh.state.turns.map(({ id }) => fresh.turn(id)));
  const synced = await fresh.sync(0);
  const text = JSON.stringify([client.raw, fresh.raw, resumed.raw, turns, synced]);
  fresh.close();
  resumed.close();
  return text;
}

async function seesAll(clients: LiveClient[], secret: string): Promise<boolean[]> {
  const head = Math.max(...clients.map(({ seq }) => seq));
  await Promise.all(clients.map((client) => client.reached(head)));
  return Promise.all(clients.map(async (client) => (await everythingOf(client)).includes(secret)));
}

describe('R4: nothing arrives that is not for its reader', () => {
  it('R5: a vote’s values are for its voter, before the reveal and after', async () => {
    const { host, rep, seat, observer, lab } = meeting;
    await host.does('ladder.open');
    const other = await server.connect(lab.reps[2]!, lab);
    const answers = ['no', 'unsure', 'no', 'unsure', 'no'];
    await rep.does('ladder.vote', { answers });
    await other.does('ladder.vote', { answers: ['yes', 'yes', 'yes', 'yes', 'yes'] });
    const values = JSON.stringify(answers);
    expect(await seesAll([host, rep, seat, observer, other], values)).toEqual([false, true, false, false, false]);
    await host.does('ladder.reveal');
    expect(await seesAll([host, rep, seat, observer, other], values)).toEqual([false, true, false, false, false]);
    expect(observer.state.turn?.reveal?.totals[0]).toEqual({ yes: 1, unsure: 0, no: 1 });
    other.close();
  });

  it('R9, R10: an own read and a pipeline for hosts only are for its rep and the hosts', async () => {
    const { host, rep, seat, observer } = meeting;
    const ladder = aDeal().ladder.map((rung) => ({ ...rung, evidence: 'evidence-of-rep' }));
    const pipeline = { otherLiveDeals: 0, lifeOrDeath: 5, note: 'note-for-hosts', hostsOnly: true };
    await rep.does('scenario.submit', aDeal('Hidden depths', { ladder, pipeline }));
    for (const secret of ['evidence-of-rep', 'note-for-hosts']) {
      expect(await seesAll([host, rep, seat, observer], secret)).toEqual([true, true, false, false]);
    }
  });

  it('R11: a sealed question is for its author and the hosts until its release', async () => {
    const { host, rep, seat, observer } = meeting;
    await observer.does('floor.ask', { body: 'sealed-question' });
    await host.reached(observer.seq);
    expect(await seesAll([host, rep, seat, observer], 'sealed-question')).toEqual([true, false, false, true]);
    await host.does('floor.release', { questionId: host.state.floor.questions[0]!.id });
    expect(await seesAll([host, rep, seat, observer], 'sealed-question')).toEqual([true, true, true, true]);
  });

  it('R12: hidden words are for their author and the hosts, in what comes after', async () => {
    const { host, rep, seat, observer, lab } = meeting;
    await rep.does('contribution.add', { kind: 'advice', body: 'words-to-hide' });
    await host.reached(rep.seq);
    await host.does('contribution.hide', { contributionId: host.state.turn!.contributions.at(-1)!.id });
    await Promise.all([rep, seat, observer].map((client) => client.reached(host.seq)));
    const late = await server.connect(lab.reps[2]!, lab, { since: 0 });
    expect(JSON.stringify(late.raw)).not.toContain('words-to-hide');
    expect(JSON.stringify(await late.sync(0))).not.toContain('words-to-hide');
    expect(rep.state.turn!.contributions.at(-1)!.body).toBe('words-to-hide');
    late.close();
  });

  it('R12: edited-away and withdrawn words leave with no old event', async () => {
    const { rep, lab } = meeting;
    await rep.does('contribution.add', { kind: 'advice', body: 'first-wording' });
    const contributionId = rep.state.turn!.contributions.at(-1)!.id;
    await rep.does('contribution.edit', { contributionId, body: 'second-wording' });
    const late = await server.connect(lab.reps[2]!, lab, { since: 0 });
    expect(JSON.stringify(await late.sync(0))).not.toContain('first-wording');
    await rep.does('contribution.withdraw', { contributionId });
    expect(JSON.stringify(await late.sync(0))).not.toContain('second-wording');
    late.close();
  });

  it('R13: the back channel is for the hosts; a newly made host gets it with a new welcome (W16)', async () => {
    const { host, rep, seat, observer } = meeting;
    await host.does('host.note', { body: 'between-us-hosts' });
    expect(await seesAll([host, rep, seat, observer], 'between-us-hosts')).toEqual([true, false, false, false]);
    const welcomes = rep.welcomes.length;
    await host.does('host.hand_over', { userId: rep.you!.id });
    await rep.until(() => rep.welcomes.length > welcomes, 'a new welcome');
    expect(rep.welcomes.at(-1)).toMatchObject({ you: { role: 'host' } });
    expect(rep.state.notes.map(({ body }) => body)).toEqual(['between-us-hosts']);
    await observer.until(() => observer.presence.get(rep.you!.id)?.role === 'host', 'the new role');
  });

  it('events come as the protocol says: contiguous, with their command, by null for the system and the withheld', async () => {
    const { host, rep, observer } = meeting;
    await host.does('host.note', { body: 'again' });
    await observer.reached(host.seq);
    const seqs = observer.events.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => seqs[0]! + index));
    expect(observer.events.at(-1)).toEqual({
      seq: host.seq,
      at: host.events.at(-1)!.at,
      by: null,
      type: 'withheld',
      data: {},
    });
    expect(host.events.at(-1)!.command).toMatch(/^[0-9a-f-]{36}$/);
    expect(rep.gaps + host.gaps + observer.gaps).toBe(0);
  });
});
