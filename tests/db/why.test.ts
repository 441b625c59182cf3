import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { changeRole, removeMember } from '@/db/members';
import { letBackIn } from '@/db/removals';
import {
  addGrowthLine,
  growthOf,
  keepReflection,
  reflectionsOf,
  setShared,
  sharedWhy,
  sharingOf,
  type Reflection,
} from '@/db/why';
import type { ReflectionKey } from '@/domain/why';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { keepNewest } from '../support/reflections';
import { HOST, OBSERVER, REP, REP_2, uid } from '../support/session-world';
import { LAB, storeLab } from '../support/stored-lab';

useTestDatabase();

const ELSEWHERE = uid(402);
const ofRep = (role: 'host' | 'rep' | 'observer', labId = LAB) => sharedWhy({ role, labId }, REP);
const NOTHING = { reflections: [], growth: [] };

beforeAll(async () => {
  await storeLab((id) => `Person ${id.slice(-4)}`);
  await sqlClient()`
    insert into labs (id, slug, name, time_zone, settings, pledge)
    values (${ELSEWHERE}, 'another-lab', 'Another Lab', 'UTC', '{}'::jsonb, '')`;
  await sqlClient()`insert into members (lab_id, user_id, role) values (${ELSEWHERE}, ${REP}, 'rep')`;
});

describe('answers to the buy-in questions', () => {
  const all = async (of: string, about: ReflectionKey) =>
    (await reflectionsOf(of)).filter(({ question }) => question === about);
  const bodies = async (of: string, about: ReflectionKey) => (await all(of, about)).map(({ body }) => body);

  it('in other words are each an answer of its own, on one day too', async () => {
    await keepNewest(REP, 'value', 'First', '2026-09-01');
    await keepNewest(REP, 'value', 'First, better', '2026-09-01');
    await keepNewest(REP, 'value', 'Second', '2026-11-27');
    expect(await bodies(REP, 'value')).toEqual(['Second', 'First, better', 'First']);
  });

  it('in the same words are one on one day, and another on another', async () => {
    await keepNewest(REP, 'still', 'I do.', '2026-09-01');
    await keepNewest(REP, 'still', 'I do.', '2026-09-01');
    expect(await bodies(REP, 'still')).toEqual(['I do.']);
    await keepNewest(REP, 'still', 'I do.', '2026-11-27');
    expect(await bodies(REP, 'still')).toEqual(['I do.', 'I do.']);
  });

  it('stand in the order in which they were written, though the day goes back for who flies west', async () => {
    await keepNewest(REP, 'beginning', 'Written in Kiritimati', '2026-11-28');
    await keepNewest(REP, 'beginning', 'Written in Honolulu', '2026-11-26');
    expect(await bodies(REP, 'beginning')).toEqual(['Written in Honolulu', 'Written in Kiritimati']);
    await setShared(REP, { labId: LAB, what: 'beginning', on: true });
    expect((await ofRep('host')).reflections).toEqual([{ question: 'beginning', body: 'Written in Honolulu' }]);
    await setShared(REP, { labId: LAB, what: 'beginning', on: false });
  });

  it('begun from the same one by several devices: the first is kept, the others learn of it and lose nothing', async () => {
    await keepNewest(HOST, 'passion', 'An old one', '2026-09-01');
    const [{ id: base }] = (await all(HOST, 'passion')) as [Reflection];
    const keep = (body: string) => keepReflection(HOST, { question: 'passion', body, today: '2026-11-27', base });
    const said = await Promise.all([keep('one'), keep('two'), keep('three')]);
    const [newest] = (await all(HOST, 'passion')) as [Reflection];
    expect(await bodies(HOST, 'passion')).toEqual([newest.body, 'An old one']);
    const refused = said.filter((one) => 'changed' in one);
    expect(refused).toHaveLength(2);
    for (const one of refused) expect(one).toMatchObject({ changed: { id: newest.id, body: newest.body } });
    expect(await keepReflection(HOST, { question: 'passion', body: 'four', today: '2026-11-27', base: null })).toEqual(
      refused[0],
    );
  });

  it('sent twice in the same words are one', async () => {
    const keep = () => keepReflection(HOST, { question: 'others', body: 'Twice', today: '2026-11-27', base: null });
    const [one, two] = await Promise.all([keep(), keep()]);
    expect(one).toEqual(two);
    expect(await bodies(HOST, 'others')).toEqual(['Twice']);
  });

  it('are nobody else’s', async () => {
    expect(await reflectionsOf(REP_2)).toEqual([]);
  });
});

describe('sharing', () => {
  it('is off until it is switched on, for one lab and one answer', async () => {
    await keepNewest(REP, 'others', 'Because a stopped line hurts.', '2026-11-27');
    expect(await ofRep('host')).toEqual(NOTHING);
    await setShared(REP, { labId: LAB, what: 'others', on: true });
    expect((await ofRep('rep')).reflections).toEqual([{ question: 'others', body: 'Because a stopped line hurts.' }]);
    expect(await ofRep('rep', ELSEWHERE)).toEqual(NOTHING);
  });

  it('shows the newest answer alone, never an earlier one', async () => {
    await setShared(REP, { labId: LAB, what: 'value', on: true });
    const shared = await ofRep('host');
    expect(shared.reflections).toContainEqual({ question: 'value', body: 'Second' });
    expect(JSON.stringify(shared)).not.toContain('First');
    await setShared(REP, { labId: LAB, what: 'value', on: false });
  });

  it('W20: is never for who listens in', async () => {
    expect(await ofRep('observer')).toEqual(NOTHING);
  });

  it('ends at once', async () => {
    expect((await ofRep('rep')).reflections).toHaveLength(1);
    expect(await setShared(REP, { labId: LAB, what: 'others', on: false })).toBe(true);
    expect(await ofRep('rep')).toEqual(NOTHING);
    expect(await setShared(REP, { labId: LAB, what: 'others', on: false })).toBe(false);
  });

  it('ends with the membership, and nobody shares with a lab that they are not of, or only listen in', async () => {
    expect(await setShared(REP_2, { labId: ELSEWHERE, what: 'value', on: true })).toBe(false);
    expect(await setShared(OBSERVER, { labId: LAB, what: 'value', on: true })).toBe(false);
    expect(await sharingOf(OBSERVER)).toEqual([]);
    await setShared(REP, { labId: ELSEWHERE, what: 'others', on: true });
    expect((await ofRep('rep', ELSEWHERE)).reflections).toHaveLength(1);
    await sqlClient()`delete from members where lab_id = ${ELSEWHERE} and user_id = ${REP}`;
    expect(await ofRep('rep', ELSEWHERE)).toEqual(NOTHING);
  });
});

describe('sharing, where its author’s place in the lab changes', () => {
  const shareOnce = async () => {
    const lab = await makeEmptyLab();
    const [host, rep] = [await makeMember(lab, 'host'), await makeMember(lab, 'rep')];
    const seen = async () => (await sharedWhy({ role: 'host', labId: lab.id }, rep.userId)).reflections.length;
    await keepNewest(rep.userId, 'value', 'Work that lasts.', '2026-11-27');
    await setShared(rep.userId, { labId: lab.id, what: 'value', on: true });
    expect(await seen()).toBe(1);
    return { host, rep, seen };
  };

  it('is nothing of somebody who only listens in', async () => {
    const { rep, seen } = await shareOnce();
    await sqlClient()`update members set role = 'observer' where user_id = ${rep.userId}`;
    expect(await seen()).toBe(0);
  });

  it('ends as they are made an observer, and does not begin again by itself', async () => {
    const { host, rep, seen } = await shareOnce();
    expect(await changeRole(host, rep.userId, 'observer')).toMatchObject({ outcome: 'changed' });
    expect(await changeRole(host, rep.userId, 'rep')).toMatchObject({ outcome: 'changed' });
    expect(await seen()).toBe(0);
  });

  it('ends as they are removed, and does not begin again when they are let back in', async () => {
    const { host, rep, seen } = await shareOnce();
    expect(await removeMember(host, rep.userId)).toMatchObject({ outcome: 'changed' });
    expect(await letBackIn(host, rep.userId)).toBe(true);
    expect(await seen()).toBe(0);
  });
});

describe('the growth log', () => {
  it('has one line that stands for each check, and is shared as a whole; its owner keeps the earlier ones', async () => {
    await addGrowthLine(REP, 'book', { body: 'An older book', on: '2026-08-01', link: undefined });
    await addGrowthLine(REP, 'book', { body: 'A book', on: '2026-11-02', link: 'https://example.org/book' });
    await addGrowthLine(REP, 'certification', {
      body: 'Refrigeration',
      on: '2025-01-31',
      link: undefined,
      expiresOn: '2028-01-31',
    });
    expect(
      (await growthOf(REP)).map(({ check, body, on, link, expiresOn }) => [check, body, on, link, expiresOn]),
    ).toEqual([
      ['certification', 'Refrigeration', '2025-01-31', null, '2028-01-31'],
      ['book', 'A book', '2026-11-02', 'https://example.org/book', null],
      ['book', 'An older book', '2026-08-01', null, null],
    ]);
    expect(await growthOf(REP_2)).toEqual([]);
    expect((await ofRep('host')).growth).toEqual([]);
    await setShared(REP, { labId: LAB, what: 'growth', on: true });
    expect((await ofRep('host')).growth.map(({ body }) => body)).toEqual(['A book', 'Refrigeration']);
    expect((await ofRep('observer')).growth).toEqual([]);
    expect(JSON.stringify(await ofRep('host'))).not.toContain('older');
  });
});
