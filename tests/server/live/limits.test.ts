import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import { addPerson } from '../../support/lab';
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

async function eventCount(sessionId: string): Promise<number> {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from events where session_id = ${sessionId}`;
  return row!.count;
}

const UUID = '00000000-0000-4000-8000-000000000000';
const words = (body: unknown) => ({ kind: 'advice', body });

/** What is sent, and the refusal's code and field. */
const BAD: [name: string, type: unknown, data: unknown, code: string, field?: string][] = [
  ['no words', 'contribution.add', words(''), 'invalid', 'body'],
  ['only spaces', 'contribution.add', words(' \n\t '), 'invalid', 'body'],
  ['words that are too long', 'contribution.add', words('x'.repeat(4001)), 'invalid', 'body'],
  ['words that are a number', 'contribution.add', words(7), 'invalid', 'body'],
  ['words that are an object', 'contribution.add', words({ toString: 'x' }), 'invalid', 'body'],
  ['NUL', 'contribution.add', words('a\u0000b'), 'invalid', 'body'],
  ['a lone surrogate', 'contribution.add', words('a\ud800b'), 'invalid', 'body'],
  ['another kind', 'contribution.add', { kind: 'praise', body: 'x' }, 'invalid', 'kind'],
  ['an answer to nothing', 'contribution.add', { kind: 'answer', body: 'x' }, 'invalid', 'replyTo'],
  ['a foreign turn', 'contribution.add', { ...words('x'), turnId: UUID }, 'not_found', 'turnId'],
  ['a foreign contribution', 'contribution.edit', { contributionId: UUID, body: 'x' }, 'not_found', 'contributionId'],
  ['a foreign deal', 'scenario.withdraw', { scenarioId: UUID }, 'not_found', 'scenarioId'],
  ['no id', 'scenario.withdraw', { scenarioId: 'x' }, 'invalid', 'scenarioId'],
  ['a deal without a title', 'scenario.submit', { ...aDeal(), title: undefined }, 'invalid', 'title'],
  ['four rungs', 'scenario.submit', { ...aDeal(), ladder: aDeal().ladder.slice(1) }, 'invalid', 'ladder'],
  [
    'a rung that is maybe',
    'scenario.submit',
    { ...aDeal(), ladder: [...aDeal().ladder.slice(1), { answer: 'maybe' }] },
    'invalid',
    'ladder.4.answer',
  ],
  [
    'a currency of nowhere',
    'scenario.submit',
    { ...aDeal(), amount: { minor: 1, currency: 'ZZZ' } },
    'invalid',
    'amount.currency',
  ],
  [
    'a fraction of a cent',
    'scenario.submit',
    { ...aDeal(), amount: { minor: 1.5, currency: 'EUR' } },
    'invalid',
    'amount.minor',
  ],
  ['a day that is none', 'scenario.submit', { ...aDeal(), deadline: '2026-02-30' }, 'invalid', 'deadline'],
  ['three answers', 'ladder.vote', { answers: ['yes', 'no', 'no'] }, 'invalid', 'answers'],
  ['an unknown command', 'session.explode', {}, 'invalid', 'type'],
  ['a command of the language', '__proto__', {}, 'invalid', 'type'],
  ['a type that is a number', 7, {}, 'invalid', 'type'],
  ['data that is text', 'contribution.add', 'data', 'invalid', 'data'],
  ['data that is a list', 'contribution.add', [], 'invalid', 'data'],
];

describe('W5: bad input', () => {
  it.each(BAD)('%s is refused, with nothing stored and the connection alive', async (_, type, data, code, field) => {
    const { rep, lab } = meeting;
    const before = await eventCount(lab.sessionId);
    const ack = await rep.send(type as string, data);
    expect(ack).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/^[A-Z].*\.$/s) } });
    if (!ack.ok) expect(ack.error.field).toBe(field);
    expect(await eventCount(lab.sessionId)).toBe(before);
    expect(rep.socket.connected).toBe(true);
  });

  it('an id that is no UUID is named', async () => {
    expect(await meeting.rep.send('turn.end', {}, 'x')).toMatchObject({ error: { code: 'invalid', field: 'id' } });
  });

  it('another lab’s session and its things are not there', async () => {
    const other = await openMeeting(server);
    await other.rep.does('contribution.add', words('Elsewhere.'));
    const contributionId = other.rep.state.turn!.contributions[0]!.id;
    const { host } = meeting;
    expect(await host.send('contribution.hide', { contributionId })).toMatchObject({ error: { code: 'not_found' } });
    expect(await host.send('turn.start', { scenarioId: other.scenarioId })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await host.send('participant.remove', { userId: other.rep.you!.id })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(await host.turn(other.turnId)).toMatchObject({ error: { code: 'not_found' } });
    expect(
      await server.live.execute(meeting.lab.sessionId, other.host.you!.id, {
        id: crypto.randomUUID(),
        type: 'turn.end',
        data: {},
      }),
    ).toMatchObject({ error: { code: 'not_found' } });
  });

  it('a page’s command for what is no session at all is not there either', async () => {
    for (const sessionId of ['no id', '', crypto.randomUUID()]) {
      const command = { id: crypto.randomUUID(), type: 'turn.end', data: {} };
      expect(await server.live.execute(sessionId, meeting.host.you!.id, command)).toMatchObject({
        error: { code: 'not_found' },
      });
    }
  });

  it('W12: a page’s command needs the pledge, as a connection does', async () => {
    const newcomer = await addPerson(meeting.lab.labId, 'rep', false);
    const command = { id: crypto.randomUUID(), type: 'scenario.submit', data: aDeal() };
    expect(await server.live.execute(meeting.lab.sessionId, newcomer.id, command)).toMatchObject({
      error: { code: 'forbidden', message: expect.stringContaining('pledge') },
    });
  });

  it('W3: markup, right-to-left text and emoji are words like any other', async () => {
    const { rep, host } = meeting;
    for (const body of [
      '<script>alert(1)</script>',
      'שלום עולם',
      '🧗🏽‍♀️ on the ladder',
      "'; drop table events; --",
      '${x} {{y}}',
    ]) {
      await rep.does('contribution.add', words(body));
      await host.reached(rep.seq);
      expect(host.state.turn!.contributions.at(-1)!.body).toBe(body);
    }
  });

  it('whatever is emitted, the server stands', async () => {
    const { rep } = meeting;
    const payloads = [
      undefined,
      null,
      0,
      '',
      'text',
      [],
      {},
      { id: 1 },
      Buffer.from('binary'),
      { id: UUID, type: 'x', data: Buffer.alloc(9) },
      [[[[]]]],
      true,
    ];
    for (const name of ['command', 'sync', 'turn', 'time', 'typing', 'welcome', 'events', 'constructor', '']) {
      for (const payload of payloads) {
        rep.socket.emit(name, payload);
        rep.socket.emit(name, payload, payload, payload);
        if (name && !['typing', 'welcome', 'events', 'constructor'].includes(name)) {
          expect(await rep.socket.emitWithAck(name, payload)).toBeDefined();
        }
      }
      rep.socket.emit(name);
    }
    expect(await rep.send('contribution.add', words('Still here.'))).toMatchObject({ ok: true });
  });
});

describe('W2: size', () => {
  it('over 64 kB is refused without harm, up to the transport’s own end at 1 MB', async () => {
    const { lab } = meeting;
    const client = await server.connect(lab.reps[2]!, lab);
    const large = await client.send('contribution.add', words('x'.repeat(70_000)));
    expect(large).toMatchObject({ ok: false, error: { code: 'too_large' } });
    const larger = await client.send('contribution.add', words('x'.repeat(900_000)));
    expect(larger).toMatchObject({ ok: false, error: { code: 'too_large' } });
    // Nested so deeply that no client could even encode it: written straight to the transport.
    const answer = new Promise<string>((resolve) => {
      client.socket.io.engine.on('data', (data: string) => data.startsWith('3') && resolve(data));
    });
    client.socket.io.engine.write(`2/live,77["command",${'['.repeat(100_000)}${']'.repeat(100_000)}]`);
    expect(await answer).toMatch(/^3\/live,77\[\{"ok":false/);
    expect(client.welcomes).toHaveLength(1);
    client.socket.emit('command', { id: UUID, type: 'contribution.add', data: words('x'.repeat(1_100_000)) });
    await client.until(() => client.welcomes.length === 2, 'the return after the cut');
    expect(await client.send('contribution.add', words('Back again.'))).toMatchObject({ ok: true });
  });
});

describe('W14: the rate', () => {
  it('P5: counts what a page sends too, before it is looked at', async () => {
    const slow = await startLive({ COMMAND_RATE: '3/60' });
    const { lab } = meeting;
    const send = () => slow.live.execute(lab.sessionId, lab.reps[2]!.id, { id: 'none', type: 'nonsense', data: {} });
    const codes = [await send(), await send(), await send(), await send()].map((ack) =>
      ack.ok ? 'ok' : ack.error.code,
    );
    expect(codes).toEqual(['invalid', 'invalid', 'invalid', 'rate_limited']);
    await slow.close();
  });

  it('is a person’s, over all their tabs, and nobody else’s', async () => {
    const strict = await startLive({ COMMAND_RATE: '10/60' });
    const { lab } = meeting;
    const [tab, other, else_] = await Promise.all([
      strict.connect(lab.reps[1]!, lab),
      strict.connect(lab.reps[1]!, lab),
      strict.connect(lab.reps[2]!, lab),
    ]);
    const acks = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        [tab, other][index % 2]!.send('contribution.add', words(`No. ${index}`)),
      ),
    );
    const limited = acks.filter((ack) => !ack.ok && ack.error.code === 'rate_limited');
    expect([acks.filter((ack) => ack.ok).length, limited.length]).toEqual([10, 4]);
    expect(await tab.send('contribution.add', words(''))).toMatchObject({ error: { code: 'rate_limited' } });
    expect(await tab.send('contribution.add', words('x'.repeat(70_000)))).toMatchObject({
      error: { code: 'too_large' },
    });
    expect(await else_.send('contribution.add', words('Mine goes.'))).toMatchObject({ ok: true });
    const ofPage = { id: crypto.randomUUID(), type: 'contribution.add', data: words('From a page.') };
    expect(await strict.live.execute(lab.sessionId, lab.reps[1]!.id, ofPage)).toMatchObject({
      error: { code: 'rate_limited' },
    });
    await strict.close();
  });
});

describe('the other namespaces', () => {
  it('are closed', async () => {
    const socket = io(server.url, { transports: ['websocket'], reconnection: false, forceNew: true });
    const answer = await new Promise<string>((resolve) => {
      socket.on('connect', () => resolve('connected'));
      socket.on('connect_error', () => resolve('refused'));
    });
    socket.close();
    expect(answer).toBe('refused');
  });
});
