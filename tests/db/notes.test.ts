import { beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { sqlClient } from '@/db/connection';
import { keepNote, noteOn } from '@/db/notes';
import { useTestDatabase } from '../support/database';
import { makeLab, type TestLab } from '../support/lab';

useTestDatabase();

let lab: TestLab;
let me: string;
beforeAll(async () => {
  lab = await makeLab();
  me = lab.reps[0]!.id;
});

const about = () => ({ session: lab.sessionId });

describe('a personal note', () => {
  it('is empty until it is written, and is then what was written', async () => {
    expect(await noteOn(me, about())).toEqual({ body: '', version: 0 });
    expect(await keepNote(me, about(), { body: 'Ask about the budget.', base: 0 })).toEqual({ kept: 1 });
    expect(await keepNote(me, about(), { body: 'Ask who signs.', base: 1 })).toEqual({ kept: 2 });
    expect(await noteOn(me, about())).toEqual({ body: 'Ask who signs.', version: 2 });
  });

  it('is its writer’s alone: not the hosts’, and nobody writes over it', async () => {
    const host = lab.hosts[0]!.id;
    expect(await noteOn(host, about())).toEqual({ body: '', version: 0 });
    expect(await keepNote(host, about(), { body: 'The host’s own.', base: 0 })).toEqual({ kept: 1 });
    expect(await keepNote(host, about(), { body: 'Over it.', base: 2 })).toEqual({
      changed: { body: 'The host’s own.', version: 1 },
    });
    expect((await noteOn(me, about()))!.body).toBe('Ask who signs.');
  });

  it('written in two places at once keeps the first, and hands its words to the second', async () => {
    const writer = lab.reps[1]!.id;
    const answers = await Promise.all(['One.', 'Two.'].map((body) => keepNote(writer, about(), { body, base: 0 })));
    const kept = (await noteOn(writer, about()))!;
    expect(answers).toContainEqual({ kept: 1 });
    expect(answers).toContainEqual({ changed: kept });
    expect(kept.version).toBe(1);
  });

  it('sent again because its answer was lost is no conflict', async () => {
    const writer = lab.reps[2]!.id;
    const once = () => keepNote(writer, about(), { body: 'Once.', base: 0 });
    expect([await once(), await once()]).toEqual([{ kept: 1 }, { kept: 1 }]);
  });

  it('is about sessions and deals of one’s own labs', async () => {
    const other = await makeLab();
    for (const subject of [{ session: other.sessionId }, { session: newId() }, { scenario: newId() }]) {
      expect(await noteOn(me, subject)).toBeUndefined();
      expect(await keepNote(me, subject, { body: 'Here?', base: 0 })).toBeUndefined();
    }
    const [count] = await sqlClient()<{ count: number }[]>`
      select count(*)::int as count from notes where session_id = ${other.sessionId}`;
    expect(count!.count).toBe(0);
  });

  it('may be about a deal', async () => {
    const scenario = newId();
    await sqlClient()`
      insert into scenarios (id, lab_id, session_id, rep_id, title, story, ask, stands, submitted_at)
      values (${scenario}, ${lab.labId}, ${lab.sessionId}, ${me}, 'Acme', 'Quiet.', 'How?', 'waiting', now())`;
    expect(await keepNote(me, { scenario }, { body: 'A deal.', base: 0 })).toEqual({ kept: 1 });
    expect((await noteOn(me, { scenario }))!.body).toBe('A deal.');
    expect((await noteOn(me, about()))!.body).toBe('Ask who signs.');
  });
});
