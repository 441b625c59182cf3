import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownOf, type ShownLife } from '@/app/labs/[lab]/(bar)/scenarios/[id]/shown-life';
import { recordCheckIn, reportable } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { membershipIn, type Membership } from '@/db/labs';
import { lifeWords } from '@/db/life-words';
import { scenarioLife } from '@/db/scenario-life';
import { lifeEntries } from '@/domain/scenario-life';
import { useTestDatabase } from '../support/database';
import { heldSession, NAMES, SECRETS } from '../support/held-session';
import {
  deal,
  HOST,
  NEXT_SESSION,
  OBSERVER,
  REP,
  REP_2,
  REP_3,
  SESSION,
  STRANGER,
  uid,
} from '../support/session-world';
import { storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const { world, heard, waiting, withdrawn } = heldSession();

async function member(id: string): Promise<Membership> {
  return (await membershipIn(id, 'thursday-lab'))!;
}

async function lifeFor(viewer: string, scenarioId: string) {
  return (await scenarioLife(await member(viewer), scenarioId))!;
}

describe('a deal’s whole life', () => {
  beforeAll(async () => {
    await storeLab((id) => NAMES.get(id) ?? 'Somebody Else');
    const raw = JSON.stringify(world.session.events);
    for (const secret of Object.values(SECRETS)) expect(raw).toContain(secret);
    await storeHistory(SESSION, world.session);
    await storeHistory(NEXT_SESSION, world.next);
  });

  it('holds the turn with its coaching in order, the commitment that stands, and the rep’s own closing answer', async () => {
    const { scenario, turns, commitments, answers, waits } = await lifeFor(OBSERVER, heard);
    expect(scenario).toMatchObject({ account: 'Halden Dairy', pain: 'Two stoppages in March.', seconds: [REP_2] });
    expect(turns).toMatchObject([{ sessionNumber: 14, place: 1, said: 5, helpful: 1, late: 1, kept: 2 }]);
    const words = (await lifeWords([{ id: turns[0]!.id, page: 1 }])).get(turns[0]!.id)!;
    expect(words.map(({ body }) => body)).toEqual([
      'Who signs?',
      'Inga, I think.',
      'Write the one page.',
      'As it reads now.',
      'Said afterwards.',
    ]);
    expect(words[2]).toMatchObject({ helpful: true, used: true, late: false });
    expect(words[4]).toMatchObject({ late: true });
    expect(turns[0]?.reveal?.lowestOpenRung).toBe(3);
    expect(commitments.map(({ nextStep, usesOf }) => [nextStep, usesOf])).toEqual([['Sit with Gareth.', [REP_2]]]);
    expect(answers.map(({ body }) => body)).toEqual(['Because Gareth stood up for me.']);
    expect(waits).toBeUndefined();
  });

  it('keeps the closing answer of a rep whose deal was brought and not reached', async () => {
    const { answers } = await lifeFor(OBSERVER, waiting);
    expect(answers.map(({ body }) => body)).toEqual(['Another rep’s answer.']);
  });

  it('says where a deal that was carried over waits', async () => {
    const { waits, scenario } = await lifeFor(OBSERVER, waiting);
    expect(waits).toMatchObject({ sessionId: NEXT_SESSION, number: 15, place: 1, status: 'scheduled' });
    expect(scenario.carriedWeeks).toBe(1);
  });

  it('gives the own read, its evidence and a pipeline for the hosts to its rep and the hosts alone', async () => {
    for (const viewer of [REP_2, HOST]) {
      const text = JSON.stringify(await lifeFor(viewer, waiting));
      expect(text).toContain(SECRETS.evidence);
      expect(text).toContain(SECRETS.pipeline);
    }
    for (const viewer of [REP, REP_3, OBSERVER]) {
      const { scenario } = await lifeFor(viewer, waiting);
      expect(scenario.ladder).toBeUndefined();
      expect(scenario.pipeline).toBeUndefined();
      expect(scenario.pipelineHostsOnly).toBe(true);
    }
  });

  it.each([
    ['its rep', REP],
    ['another rep', REP_3],
    ['an observer', OBSERVER],
    ['a host', HOST],
  ])('shows %s nothing that was withdrawn, hidden, edited away, replaced or sealed', async (_, viewer) => {
    const lives = await Promise.all([heard, waiting].map((id) => lifeFor(viewer, id)));
    const shown = await Promise.all(lives.map((life) => shownOf(life, { words: life.turns[0]?.id })));
    const text = JSON.stringify([lives, shown]);
    expect(text).toContain('As it reads now.');
    for (const gone of ['withdrawn', 'hidden', 'edited', 'sealed', 'replaced'] as const) {
      expect(text).not.toContain(SECRETS[gone]);
    }
    if (viewer === HOST) return;
    expect(text).not.toContain(SECRETS.evidence);
    expect(text).not.toContain(SECRETS.pipeline);
  });

  it('is not there for a deal that was withdrawn, is nowhere, or is another lab’s', async () => {
    expect(await scenarioLife(await member(HOST), withdrawn)).toBeUndefined();
    expect(await scenarioLife(await member(HOST), uid(999))).toBeUndefined();
    const elsewhere = { ...(await member(HOST)), lab: { ...(await member(HOST)).lab, id: uid(402) } };
    expect(await scenarioLife(elsewhere, heard)).toBeUndefined();
    expect(await membershipIn(STRANGER, 'thursday-lab')).toBeUndefined();
  });

  describe('that holds very much', () => {
    const SAID = 230;
    const bodies = ({ turns }: ShownLife) => turns.flatMap(({ words }) => words.map(({ body }) => body));

    /** Many more contributions in the turn that was heard: the tenth was helpful, and the twentieth answered. */
    beforeAll(async () => {
      const { turns } = await lifeFor(REP, heard);
      const [turn] = turns;
      const sql = sqlClient();
      await sql`
        insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at, helpful)
        select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, lab_id, session_id, id, ${REP_3}, 'advice',
          'Many ' || n, started_at + interval '1 hour' + n * interval '1 second', n = 10
        from turns, generate_series(1, ${SAID - 6}::int) n where id = ${turn!.id}`;
      await sql`
        insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at, reply_to)
        select ${uid(811)}, lab_id, session_id, turn_id, ${REP}, 'answer', 'Answered last', at + interval '1 day', id
        from contributions where body = 'Many 20'`;
    });
    afterAll(async () => {
      await sqlClient()`delete from contributions where body like 'Many %' or body = 'Answered last'`;
    });

    it('shows what was kept, with its thread, and how much there is of all', async () => {
      const life = await lifeFor(REP, heard);
      expect(life.turns).toMatchObject([{ said: SAID, helpful: 2, kept: 3 }]);
      const shown = await shownOf(life, {});
      expect(shown.turns[0]?.page).toBeUndefined();
      expect(bodies(shown)).toEqual(['Write the one page.', 'Said afterwards.', 'Many 10']);
      await sqlClient()`update contributions set pinned = true where id = ${uid(811)}`;
      expect(bodies(await shownOf(await lifeFor(REP, heard), {}))).toEqual([
        ...['Write the one page.', 'Said afterwards.', 'Many 10', 'Many 20', 'Answered last'],
      ]);
    });

    it('shows all of it in pages, each contribution once, and an answer behind what it answers', async () => {
      const life = await lifeFor(REP, heard);
      const part = (number: string) => shownOf(life, { words: life.turns[0]!.id, part: number });
      const pages = await Promise.all(['1', '2', '3'].map(part));
      expect(pages.map((page) => bodies(page).length)).toEqual([100, 100, 30]);
      const all = pages.flatMap(bodies);
      expect(new Set(all).size).toBe(SAID);
      expect(all[all.indexOf('Many 20') + 1]).toBe('Answered last');
      expect((await part('900')).turns[0]?.page).toBe(3);
      expect((await part('-1')).turns[0]?.page).toBe(1);
    });

    it('reads the words of several turns at once, of each what is asked for', async () => {
      const sql = sqlClient();
      const { turns } = await lifeFor(REP, heard);
      const [long, short] = [turns[0]!.id, uid(812)];
      await sql`
        insert into turns select (jsonb_populate_record(t, ${JSON.stringify({ id: short })}::text::jsonb)).* from turns t
        where id = ${long}`;
      await sql`
        insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at, helpful)
        select ('00000000-0000-4000-9001-' || lpad(n::text, 12, '0'))::uuid, lab_id, session_id, ${short}, ${REP_3},
          'advice', 'Many of the other ' || n, started_at + n * interval '1 second', n = 2
        from turns, generate_series(1, 2) n where id = ${long}`;
      const read = async (...pages: (number | undefined)[]) => {
        const words = await lifeWords([long, short].map((id, at) => ({ id, page: pages[at] })));
        return [long, short].map((id) => words.get(id)!.map(({ body }) => body));
      };
      const [first, both] = await read(3, 1);
      expect(first).toHaveLength(30);
      expect(both).toEqual(['Many of the other 1', 'Many of the other 2']);
      const [kept, one] = await read(undefined, undefined);
      expect(kept).toContain('Many 10');
      expect(kept).not.toContain('Many 9');
      expect(one).toEqual(['Many of the other 2']);
      await sql`delete from contributions where turn_id = ${short}`;
      await sql`delete from turns where id = ${short}`;
    });

    it('has its line in pages, the newest first of all, and reads no words but those of the page', async () => {
      const life = await lifeFor(REP, heard);
      const again = Array.from({ length: 90 }, (_, n) => ({
        ...life.turns[0]!,
        id: uid(5000 + n),
        startedAt: new Date(Date.parse('2027-01-01T17:00:00Z') + n * 86_400_000).toISOString(),
      }));
      const long = { ...life, turns: [...life.turns, ...again] };
      const newest = await shownOf(long, {});
      expect(newest).toMatchObject({ page: 3, last: 3 });
      const pages = await Promise.all(['1', '2', '3'].map((page) => shownOf(long, { page })));
      expect(pages.flatMap(({ entries }) => entries)).toEqual(lifeEntries(long));
      expect(pages[2]).toEqual(newest);
      expect(bodies(newest)).toEqual([]);
      expect(await shownOf(long, { words: life.turns[0]!.id })).toMatchObject({ page: 1 });
      expect(await shownOf(long, { page: '900' })).toMatchObject({ page: 3 });
    });
  });

  it('brings that answer back once the deal was heard later and its outcome is known', async () => {
    const { next } = world;
    const since = next.events.length;
    world.now += 7 * 86_400_000;
    const other = world.makes(REP_2, 'scenario.submit', deal({ title: 'Brought beside it' }), next);
    world.ok(HOST, 'session.start', {}, next);
    world.ok(HOST, 'turn.start', { scenarioId: waiting }, next);
    world.ok(HOST, 'turn.phase', { phase: 'commit' }, next);
    world.ok(REP_2, 'commitment.make', { decision: 'pursue', nextStep: 'Ask.', dueOn: '2026-12-10' }, next);
    world.ok(HOST, 'session.close', {}, next);
    const questionId = world.makes(HOST, 'floor.ask', { body: 'And now?' }, next);
    world.ok(REP_2, 'floor.answer', { questionId, body: 'Because I was heard.' }, next);
    await storeHistory(NEXT_SESSION, next, since);
    const both = ['Another rep’s answer.', 'Because I was heard.'];
    const [commitment] = (await lifeFor(REP_2, waiting)).commitments;
    const found = async () => reportable(await member(REP_2), commitment!.id);
    expect((await found())?.said).toEqual([]);
    await recordCheckIn(await member(REP_2), { commitmentId: commitment!.id, outcome: 'won' });
    expect((await found())?.said.map(({ body }) => body)).toEqual(both);
    expect((await lifeFor(REP_2, waiting)).answers.map(({ body }) => body)).toEqual(both);
    // It was about the deal that was heard, not about the other that waited beside it.
    expect((await lifeFor(REP_2, other)).answers).toEqual([]);
  });

  it('tells a check-in made between sessions', async () => {
    const { commitments } = await lifeFor(REP, heard);
    await sqlClient()`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, ladder, note, at)
      select ${uid(801)}, lab_id, id, rep_id, 'advanced', '[{"answer":"yes"}]'::jsonb, 'Inga rang.', now()
      from commitments where id = ${commitments[0]!.id}`;
    expect((await lifeFor(OBSERVER, heard)).checkIns).toMatchObject([{ outcome: 'advanced', note: 'Inga rang.' }]);
  });

  it('says which check-in was made since the lab’s last session', async () => {
    const { commitments } = await lifeFor(REP, heard);
    const id = uid(802);
    await sqlClient()`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, at)
      select ${id}, lab_id, id, rep_id, 'no_change', now() from commitments where id = ${commitments[0]!.id}`;
    const since = async () => (await lifeFor(OBSERVER, heard)).checkIns.find((one) => one.id === id)?.sinceLastSession;
    expect(await since()).toBe(true);
    await sqlClient()`
      update checkins set at = (select max(ended_at) - interval '1 minute' from sessions where lab_id = checkins.lab_id)
      where id = ${id}`;
    expect(await since()).toBe(false);
  });
});
