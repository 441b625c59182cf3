import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAnswer } from '@/app/api/exports/formats';
import { recordCheckIn } from '@/db/checkins';
import { labExport } from '@/db/exports/lab';
import { ownExport } from '@/db/exports/mine';
import type { ExportTable } from '@/db/exports/table';
import { queueOf } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { keepNote } from '@/db/notes';
import { keepDraft } from '@/db/scenarios';
import { sqlClient } from '@/db/connection';
import { readMail } from '@/db/mail-facts';
import { planMail } from '@/db/mail-plan';
import type { StoredMail } from '@/db/outbox';
import { addGrowthLine, setShared } from '@/db/why';
import { letterText } from '@/domain/mail/text';
import { letterOf } from '@/domain/mail/letters';
import { dayIn } from '@/domain/session';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import { peopleOf, sender } from '../../support/heard-lab';
import { makeLab, type TestLab } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';
import { keepNewest } from '../../support/reflections';

useTestDatabase();

let server: LiveServer;
let lab: TestLab;
let host: Membership;
let rep: Membership;
let coach: Membership;
let observer: Membership;

const { does: doesIn } = sender(() => server);
const does = (who: Membership, type: string, data?: object) => doesIn(who, lab.sessionId, type, data);

const evidence = (words: string) => Array.from({ length: 5 }, () => ({ answer: 'no', evidence: words }));
const lastWords = async (who: Membership) => {
  const [row] = await sqlClient()<{ id: string }[]>`
    select id from contributions where author_id = ${who.userId} order by at desc, id desc limit 1`;
  return { contributionId: row!.id };
};

async function textOf(tables: ExportTable[], format: string): Promise<string> {
  return (await exportAnswer(format, { title: 'x', tables, at: new Date() })).text();
}

/** A session with something of every kind that the room may not know, beside what it does. */
beforeAll(async () => {
  server = await startLive();
  lab = await makeLab();
  ({ host, rep, coach, observer } = await peopleOf(lab));
  // Whoever reads or asks something has come into the room.
  for (const person of [lab.hosts[0], lab.reps[1], lab.observers[0]]) (await server.connect(person!, lab)).close();
  const pipeline = { otherLiveDeals: 77, lifeOrDeath: 5, note: 'SECRET pipeline', hostsOnly: true };
  await does(rep, 'scenario.submit', aDeal('Halden', { ladder: evidence('SECRET evidence'), pipeline }));
  await does(coach, 'scenario.submit', aDeal('SECRET withdrawn deal'));
  const waiting = await queueOf(host, lab.sessionId);
  await does(coach, 'scenario.withdraw', { scenarioId: waiting[1]!.id });
  await does(observer, 'floor.ask', { body: 'SECRET sealed question' });
  await does(host, 'session.start');
  await does(host, 'host.note', { body: 'SECRET back channel' });
  await does(host, 'turn.start', { scenarioId: waiting[0]!.id });
  await does(host, 'turn.phase', { phase: 'coach' });
  await does(host, 'ladder.open');
  await does(coach, 'ladder.vote', { answers: ['yes', 'no', 'no', 'no', 'unsure'] });
  await does(coach, 'contribution.add', { kind: 'advice', body: 'SECRET taken back' });
  await does(coach, 'contribution.withdraw', await lastWords(coach));
  await does(coach, 'contribution.add', { kind: 'advice', body: 'SECRET before it was hidden' });
  await does(coach, 'contribution.edit', { ...(await lastWords(coach)), body: 'SECRET hidden' });
  await does(host, 'contribution.hide', await lastWords(coach));
  await does(coach, 'contribution.add', { kind: 'advice', body: 'SECRET before it was edited' });
  await does(coach, 'contribution.edit', { ...(await lastWords(coach)), body: '=Ask for the CFO.' });
  await does(host, 'turn.phase', { phase: 'commit' });
  const dueOn = dayIn('Europe/Berlin', Date.now() + 172_800_000);
  await does(rep, 'commitment.make', { decision: 'pursue', nextStep: 'Call Inga.', dueOn });
  await keepNote(rep.userId, { session: lab.sessionId }, { body: 'SECRET note of the rep', base: 0 });
  await keepNote(host.userId, { session: lab.sessionId }, { body: 'SECRET note of the host', base: 0 });
  await keepDraft(rep, { story: 'SECRET draft of the rep' });
  // What is shared shows beside its author on the hot seat, and nowhere else.
  await keepNewest(rep.userId, 'value', 'SECRET why of the rep', '2026-11-27');
  await keepNewest(rep.userId, 'others', 'SECRET shared why', '2026-11-27');
  await setShared(rep.userId, { labId: lab.labId, what: 'others', on: true });
  await addGrowthLine(rep.userId, 'article', { body: 'SECRET growth of the rep', on: '2026-11-14' });
});
afterAll(() => server.close());

const FORMATS = ['csv', 'json', 'md'];

describe.each(FORMATS)('a lab as %s', (format) => {
  it('holds what the room may read, and nothing that was withheld in it, while the session runs', async () => {
    const text = await textOf(labExport(host), format);
    expect(text).toContain('Ask for the CFO.');
    expect(text).toContain('Call Inga.');
    expect(text).toContain('Halden');
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('example.com');
    expect(text).not.toMatch(format === 'csv' ? /,77,/ : /\b77\b/);
    expect(text).not.toContain('unsure');
  });
});

describe.each(FORMATS)('one’s own data as %s', (format) => {
  it('holds one’s own notes, drafts, reads and evidence', async () => {
    const own = await textOf(ownExport(rep.userId), format);
    const kinds = [
      'note of the rep',
      'draft of the rep',
      'evidence',
      'pipeline',
      'why of the rep',
      'growth of the rep',
    ];
    for (const words of kinds) {
      expect(own).toContain(`SECRET ${words}`);
    }
    expect(await textOf(ownExport(host.userId), format)).toContain('SECRET note of the host');
  });

  it('holds one’s words that a host hid, as one last wrote them, and none that one took back', async () => {
    const own = await textOf(ownExport(coach.userId), format);
    expect(own).toContain('SECRET hidden');
    expect(own).not.toMatch(/SECRET (taken back|before)/);
  });

  it('holds nobody else’s', async () => {
    const others = {
      rep: await textOf(ownExport(rep.userId), format),
      coach: await textOf(ownExport(coach.userId), format),
      host: await textOf(ownExport(host.userId), format),
    };
    expect(others.rep).not.toMatch(/CFO|SECRET (note of the host|back channel|sealed|hidden|taken|withdrawn)/);
    expect(others.coach).not.toMatch(
      /SECRET (note|draft|why|shared|growth|back channel|sealed|evidence|pipeline|taken)/,
    );
    expect(others.host).not.toMatch(
      /CFO|SECRET (note of the rep|draft|why|shared|growth|sealed|evidence|pipeline|withdrawn|hidden|taken)/,
    );
  });
});

it('one’s own data has each read, contribution, question, note to the hosts and note where and as it was given', async () => {
  const tables = async (who: Membership) =>
    JSON.parse(await textOf(ownExport(who.userId), 'json')) as Record<string, Record<string, unknown>[]>;
  const [turn] = await sqlClient()<{ id: string }[]>`select id from turns where lab_id = ${lab.labId}`;
  const here = { lab: 'Edgework', sessionId: lab.sessionId, at: expect.stringMatching(/^2\d{3}-.*Z$/) as string };
  const read = { ...here, turnId: turn!.id, deal: 'Halden', answers: ['yes', 'no', 'no', 'no', 'unsure'] };
  const of = { coach: await tables(coach), observer: await tables(observer), host: await tables(host) };
  expect(of.coach.reads).toEqual([read]);
  expect(of.coach.contributions).toMatchObject([
    { body: '', gone: 'withdrawn' },
    { body: 'SECRET hidden', gone: 'hidden' },
    { body: '=Ask for the CFO.', gone: null },
  ]);
  expect(of.observer.questions).toEqual([{ ...here, sealed: true, body: 'SECRET sealed question' }]);
  expect(of.host['notes to hosts']).toEqual([{ ...here, body: 'SECRET back channel' }]);
  expect(of.host.notes).toMatchObject([
    { sessionId: lab.sessionId, scenarioId: null, body: 'SECRET note of the host' },
  ]);
  for (const [who, name] of [
    ['coach', 'questions'],
    ['coach', 'notes to hosts'],
    ['coach', 'notes'],
    ['observer', 'reads'],
    ['host', 'reads'],
    ['host', 'questions'],
  ] as const)
    expect(of[who][name], `${who}: ${name}`).toEqual([]);
});

it('a deal that one spoke to is named as long as one may read it, and Markdown has no data in it', async () => {
  expect(await textOf(labExport(host), 'md')).toMatch(/### Halden\n.*\*\*kind\*\* Advice/);
  const own = await textOf(ownExport(coach.userId), 'md');
  expect(own).toMatch(/### Halden\n.*\*\*kind\*\* Advice/);
  expect(own).toContain('- Rung 2: They know it. No.');
  for (const text of [own, await textOf(ownExport(rep.userId), 'md'), await textOf(labExport(host), 'md')])
    expect(text).not.toMatch(/[[{]"|\\[[{]/);
  const taken = await sqlClient()`delete from members where user_id = ${coach.userId} returning *`;
  for (const format of FORMATS) {
    const left = await textOf(ownExport(coach.userId), format);
    expect(left).toContain('Ask for the CFO.');
    expect(left).not.toContain('Halden');
  }
  expect(await textOf(ownExport(coach.userId), 'md')).toContain('### A deal in Edgework');
  await sqlClient()`insert into members ${sqlClient()(taken)}`;
});

it('a request to join is its address’, once somebody has confirmed that it is theirs', async () => {
  await sqlClient()`
    insert into requests (id, lab_id, name, email, words)
    select gen_random_uuid(), ${lab.labId}, 'Asker', email, 'SECRET request' from users where id = ${coach.userId}`;
  const confirm = (at: string | null) =>
    sqlClient()`update users set email_confirmed_at = ${at}::timestamptz where id = ${coach.userId}`;
  await confirm(null);
  expect(await textOf(ownExport(coach.userId), 'json')).not.toContain('SECRET request');
  await confirm('2026-11-27');
  expect(await textOf(ownExport(coach.userId), 'json')).toContain('SECRET request');
  expect(await textOf(ownExport(rep.userId), 'json')).not.toContain('SECRET request');
});

it('the end of the session changes nothing of that, and a check-in made afterwards is there', async () => {
  await does(host, 'session.end');
  const [commitment] = await sqlClient()<{ id: string }[]>`select id from commitments where lab_id = ${lab.labId}`;
  const ladder = Array.from({ length: 5 }, () => ({ answer: 'yes' as const, evidence: 'Inga rang the CFO.' }));
  await recordCheckIn(rep, { commitmentId: commitment!.id, outcome: 'won', note: 'She signed.', ladder });
  for (const format of FORMATS) {
    const text = await textOf(labExport(host), format);
    expect(text).toContain('She signed.');
    for (const tables of [labExport(host), ownExport(rep.userId)])
      expect(await textOf(tables, format)).toContain('Inga rang the CFO.');
    expect(text).not.toContain('SECRET');
  }
});

it('no frame of the room brings anybody what its reader may not know', async () => {
  const mine: Record<string, RegExp> = {
    host: /SECRET (note of the rep|draft|why|shared|growth|withdrawn)/,
    coach: /SECRET (note|draft|why|shared|growth|evidence|pipeline|back channel|sealed)/,
    observer: /SECRET (note|draft|why|shared|growth|evidence|pipeline|back channel|hidden|taken|withdrawn)/,
  };
  for (const [who, { userId }] of Object.entries({ host, coach, observer })) {
    const person = [...lab.hosts, ...lab.reps, ...lab.observers].find(({ id }) => id === userId)!;
    for (const auth of [{}, { since: 0 }]) {
      const client = await server.connect(person, lab, auth);
      const turns = await Promise.all(client.state.turns.map(({ id }) => client.turn(id)));
      expect(JSON.stringify([client.raw, turns]), who).not.toMatch(mine[who]!);
      client.close();
    }
  }
});

it('no mail to anybody has anything of it', async () => {
  await sqlClient()`update users set email = id || '@example.org' where email is null and not guest`;
  await sqlClient()`insert into mail_choices (user_id, kind, wanted) select id, 'recap', true from users`;
  await sqlClient()`update sessions set ended_at = now() - interval '1 hour' where status = 'ended'`;
  await sqlClient()`update checkins set at = now() - interval '1 hour'`;
  await planMail();
  const mails = await sqlClient()<StoredMail[]>`
    select id, kind, "to", user_id as "userId", lab_id as "labId", session_id as "sessionId", data from outbox`;
  const texts = await Promise.all(
    mails.map(async (mail) => {
      const read = await readMail(mail);
      const letter = read && letterOf(read.kind, read.facts, { origin: 'https://lab.example', now: Date.now() });
      return letter ? letterText(letter, {}) : '';
    }),
  );
  expect(mails.map(({ kind }) => kind)).toContain('recap');
  expect(texts.join('')).toContain('Halden');
  expect(texts.join('')).not.toContain('SECRET');
});
