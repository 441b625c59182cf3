import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { eventsAfter, loadState } from '@/db/session-log';
import { saveSnapshot } from '@/db/snapshots';
import { emptySession, foldAll, redactState, type SessionState } from '@/domain/session';
import { useTestDatabase } from '../../support/database';
import { connectTo, startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';
import { runTypeScript } from '../../support/process';
import { keepSending, lostOrDoubled } from '../../support/senders';

const database = useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

describe('a batch that fails for its content', () => {
  it('is committed one by one, and only the culprit is refused', async () => {
    const { lab, rep, host } = await openMeeting(server);
    await sqlClient().unsafe(`
      create function poison() returns trigger language plpgsql as $$ begin
        if new.body like '%poison%' then raise exception 'no' using errcode = '22023'; end if; return new; end $$;
      create trigger poison before insert on contributions for each row execute function poison()`);
    const before = host.seq;
    const bodies = ['one', 'two', 'poison', 'three', 'poison too', 'four'];
    const acks = await Promise.all(bodies.map((body) => rep.send('contribution.add', { kind: 'advice', body })));
    expect(acks.map((ack) => (ack.ok ? 'ok' : ack.error.code))).toEqual(['ok', 'ok', 'invalid', 'ok', 'invalid', 'ok']);
    await host.reached(before + 4);
    expect(host.state.turn!.contributions.map(({ body }) => body)).toEqual(['one', 'two', 'three', 'four']);
    expect((await eventsAfter(lab.sessionId, before)).map(({ seq }) => seq - before)).toEqual([1, 2, 3, 4]);
    await sqlClient().unsafe('drop trigger poison on contributions; drop function poison()');
    await rep.does('contribution.add', { kind: 'advice', body: 'poison is fine now' });
  });
});

describe('words that set out behind others', () => {
  it('are decided anew where those fail, and answered once each, in order, without a gap', async () => {
    const { lab, rep, host } = await openMeeting(server);
    await sqlClient().unsafe(`
      create function dawdle() returns trigger language plpgsql as $$ begin
        if new.body like 'slow%' then perform pg_sleep(0.3); end if;
        if new.body like '%poison%' then raise exception 'no' using errcode = '22023'; end if; return new; end $$;
      create trigger dawdle before insert on contributions for each row execute function dawdle()`);
    const before = host.seq;
    const say = (client: typeof rep, body: string) => client.send('contribution.add', { kind: 'advice', body });
    const first = say(rep, 'slow poison');
    // It is being written when the server answers the question that follows it.
    await rep.sync(rep.seq);
    const behind = ['one', 'two', 'slow three', 'four'].map((body) => say(host, body));
    const acks = await Promise.all([first, ...behind]);
    expect(acks.map((ack) => (ack.ok ? 'ok' : ack.error.code))).toEqual(['invalid', 'ok', 'ok', 'ok', 'ok']);
    await host.reached(before + 4);
    expect((await eventsAfter(lab.sessionId, before)).map(({ seq }) => seq - before)).toEqual([1, 2, 3, 4]);
    expect(host.state.turn!.contributions.map(({ body }) => body)).toEqual(['one', 'two', 'slow three', 'four']);
    await sqlClient().unsafe('drop trigger dawdle on contributions; drop function dawdle()');
  });
});

describe('a race between servers', () => {
  it('is won by one; the other reads, decides again, and everybody agrees', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const other = await startLive();
    const there = await other.connect(lab.hosts[1]!, lab);
    const before = host.seq;
    // Two hosts press "Next" at once, each on a server of their own.
    const next = { phase: 'commit', from: 'coach' };
    const acks = await Promise.all([host.send('turn.phase', next), there.send('turn.phase', next)]);
    expect(acks.map((ack) => (ack.ok ? 'ok' : ack.error.code)).sort()).toEqual(['conflict', 'ok']);
    await Promise.all([server.live.compare(), other.live.compare()]);
    await Promise.all([host, there, rep].map((client) => client.reached(before + 1)));
    expect(there.state.turn!.phase).toBe('commit');
    expect(there.gaps).toBe(0);
    await other.close();
  });

  it('without Redis they agree on every event by comparing heads with the log', async () => {
    const { lab, rep } = await openMeeting(server);
    const other = await startLive();
    const there = await other.connect(lab.observers[0]!, lab);
    const seq = await rep.does('contribution.add', { kind: 'advice', body: 'Heard over there.' });
    expect(there.seq).toBeLessThan(seq);
    await other.live.compare();
    await there.reached(seq);
    expect(there.state.turn!.contributions.map(({ body }) => body)).toEqual(['Heard over there.']);
    await other.close();
  });

  it('and by themselves, within two seconds', async () => {
    const { lab, rep } = await openMeeting(server);
    const other = await startLive();
    const there = await other.connect(lab.observers[0]!, lab);
    const began = performance.now();
    await there.reached(await rep.does('contribution.add', { kind: 'advice', body: 'In a moment.' }));
    expect(performance.now() - began).toBeLessThan(5_000);
    await there.until(() => there.presence.has(rep.you!.id), 'who is at the other server');
    await other.close();
  });
});

describe('a log that has lost its tail', () => {
  it('is noticed by the next command, whose answer is of the log as it is', async () => {
    const { lab, host, rep } = await openMeeting(server);
    const kept = await rep.does('contribution.add', { kind: 'advice', body: 'Kept.' });
    for (const body of ['Lost.', 'Lost too.']) await rep.does('contribution.add', { kind: 'advice', body });
    await host.reached(kept + 2);
    await sqlClient()`delete from contributions where session_id = ${lab.sessionId} and body like 'Lost%'`;
    await sqlClient()`delete from events where session_id = ${lab.sessionId} and seq > ${kept}`;
    const seq = await host.does('contribution.add', { kind: 'advice', body: 'Said afterwards.' });
    expect(seq).toBe(kept + 1);
    for (const client of [host, rep]) {
      await client.until(() => client.seq === seq, 'the state of the log as it is');
      expect(client.state.turn!.contributions.map(({ body }) => body)).toEqual(['Kept.', 'Said afterwards.']);
    }
    expect((await eventsAfter(lab.sessionId, kept - 1)).map((event) => event.seq)).toEqual([kept, seq]);
  });
});

describe('a server that is killed', { timeout: 60_000 }, () => {
  it('W8: loses nothing that it acknowledged, and its people go on at the next', async () => {
    const { lab, host } = await openMeeting(server, { reps: 8 });
    const environment = { DATABASE_URL: database.url, PORT: '0' };
    const first = runTypeScript('tests/support/live-process.ts', [], environment);
    await first.says(' .');
    const url = /http:\S+/.exec(first.output())![0];
    const clients = await Promise.all(lab.reps.map((rep) => connectTo(url, rep, lab)));
    let going = true;
    const sending = Promise.all(clients.map((client) => keepSending(client, () => going)));
    await clients[0]!.reached(host.seq + 60);
    await first.end('SIGKILL');
    const second = runTypeScript('tests/support/live-process.ts', [], { ...environment, PORT: new URL(url).port });
    await second.says(' .');
    const back = clients[0]!.seq;
    await clients[0]!.reached(back + 60);
    going = false;
    const sent = (await sending).flat();
    const { acked, wrong } = await lostOrDoubled(lab.sessionId, sent);
    expect(wrong).toEqual([]);
    expect(acked).toBe(sent.length);
    const { state } = await loadState(lab.sessionId);
    await Promise.all(clients.map((client) => client.reached(state.seq)));
    const log = foldAll(emptySession(), await eventsAfter(lab.sessionId, 0));
    for (const client of clients) expect(client.state).toEqual(redactState(log, { id: client.you!.id, hosts: false }));
    for (const client of clients) client.close();
    await second.end('SIGTERM');
  });

  it('and one that is asked to stop says so, answers what waits, and its clients return by themselves', async () => {
    const lab = (await openMeeting(server)).lab;
    const environment = { DATABASE_URL: database.url, PORT: '0' };
    const first = runTypeScript('tests/support/live-process.ts', [], environment);
    await first.says(' .');
    const url = /http:\S+/.exec(first.output())![0];
    const rep = await connectTo(url, lab.reps[1]!, lab);
    expect(await first.end('SIGTERM')).toBe(0);
    await rep.until(() => rep.byes.includes('server_closing'), 'the goodbye');
    const second = runTypeScript('tests/support/live-process.ts', [], { ...environment, PORT: new URL(url).port });
    await second.says(' .');
    await rep.until(() => rep.welcomes.length === 2, 'the next welcome');
    rep.close();
    await second.end('SIGTERM');
  });
});

describe('a connection to the database that breaks', () => {
  it('in the middle of everything loses nothing and doubles nothing', async () => {
    const { lab, rep, seat, host } = await openMeeting(server);
    let going = true;
    const sending = Promise.all([rep, seat, host].map((client) => keepSending(client, () => going)));
    for (let times = 0; times < 4; times += 1) {
      await host.reached(host.seq + 25);
      await sqlClient()`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.catch(() => undefined);
    }
    await host.reached(host.seq + 25);
    going = false;
    const sent = (await sending).flat();
    const { acked, wrong } = await lostOrDoubled(lab.sessionId, sent);
    expect(wrong).toEqual([]);
    expect(acked).toBe(sent.length);
  });
});

describe('a backup that was restored', () => {
  /** The log from `since` on as if others had written it: other events, of another moment. */
  async function restored(sessionId: string, since: number) {
    const sql = sqlClient();
    await sql`
      update events set data = jsonb_set(data, '{body}', '"Restored."'), at = at + interval '1 second',
        command_id = gen_random_uuid() where session_id = ${sessionId} and seq > ${since}`;
  }
  const bodies = ({ state }: { state: SessionState }) => state.turn!.contributions.map(({ body }) => body);

  it.each([0, 1])(
    'W10: whose log is not shorter than what was told, but another: everybody gets the state',
    async (more) => {
      const { lab, host, rep } = await openMeeting(server);
      const since = host.seq;
      for (const body of ['One.', 'Two.']) await rep.does('contribution.add', { kind: 'advice', body });
      await host.reached(since + 2);
      // A server that went on in the meantime has cached what it knew.
      await saveSnapshot(lab.sessionId, host.state);
      await restored(lab.sessionId, since);
      if (more) {
        await sqlClient()`
        insert into events (session_id, seq, at, "by", type, v, data, command_id, part, digest)
        select session_id, seq + 1, at, "by", type, v, jsonb_set(data, '{id}', to_jsonb(gen_random_uuid()::text)),
          gen_random_uuid(), part, digest
        from events where session_id = ${lab.sessionId} and seq = ${since + 2}`;
      }
      await server.live.compare();
      await host.until(() => bodies(host).includes('Restored.'), 'what the log has now');
      const log = foldAll(emptySession(), await eventsAfter(lab.sessionId, 0));
      expect(bodies(host)).toEqual(Array.from({ length: 2 + more }, () => 'Restored.'));
      expect((await loadState(lab.sessionId)).state).toEqual(log);
      await rep.does('contribution.add', { kind: 'advice', body: 'And on.' });
      expect(bodies(rep).at(-1)).toBe('And on.');
    },
  );
});
