import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { chooseMail } from '@/db/mail-choices';
import { readMail } from '@/db/mail-facts';
import { planMail } from '@/db/mail-plan';
import type { UsedWords } from '@/domain/mail/facts';
import { useTestDatabase } from '../support/database';
import { commit, ended, HOUR, NOW, now, report, useLab, written } from '../support/planned-mail';

useTestDatabase();
const lab = useLab();

describe('what became of words', () => {
  const news = async () => (await written()).filter(({ kind }) => kind === 'words_used');

  test('is told to their authors in one mail, once nothing more is reported, and never to the rep', async () => {
    const first = await commit(lab);
    const second = await commit(lab, { account: 'Brandt' });
    await report(lab, first, { minutes: -20, note: 'Gareth rang.' });
    await report(lab, second, { minutes: -40, outcome: 'won' });
    await planMail(now());
    expect(await news()).toEqual([]);
    expect((await Promise.all([planMail(now(11 * 60_000)), planMail(now(11 * 60_000))])).sort()).toEqual([0, 1]);
    await planMail(now(HOUR));
    const [mail, ...more] = await news();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ userId: lab.reps[1]!.id });
    expect(await readMail(mail!, NOW)).toMatchObject({
      facts: {
        reports: [
          { deal: 'Brandt', rep: lab.reps[0]!.name, outcome: 'won', said: 'Fill in the page.' },
          { deal: 'Halden Dairy', outcome: 'advanced', said: 'Gareth rang.', words: 'Who signs?', climb: undefined },
        ],
      },
    });
  });

  test('waits while the lab meets, and until its end can no more be undone', async () => {
    await report(lab, await commit(lab), { minutes: -50 });
    await sqlClient()`update sessions set status = 'live' where id = ${lab.sessionId}`;
    await planMail(now());
    await ended(lab.sessionId, -10);
    await planMail(now());
    expect(await news()).toEqual([]);
    await planMail(now(21 * 60_000));
    expect(await news()).toHaveLength(1);
  });

  test('does not wait for ever where one report follows another', async () => {
    await report(lab, await commit(lab), { minutes: -181 });
    await report(lab, await commit(lab), { minutes: -10 });
    await planMail(now());
    expect((await news()).map(({ data }) => (data as { checkInIds: string[] }).checkInIds.length)).toEqual([1]);
  });

  test('tells what was last reported on each, and nobody what they have corrected themself', async () => {
    const author = lab.reps[1]!;
    const [first, second] = [await commit(lab), await commit(lab)];
    await report(lab, first, { minutes: -50, outcome: 'won' });
    await report(lab, first, { minutes: -49, outcome: 'lost' });
    await report(lab, second, { minutes: -50, outcome: 'won' });
    await report(lab, second, { minutes: -49, outcome: 'lost', by: author.id });
    await planMail(now());
    const mails = await news();
    expect(mails).toHaveLength(1);
    const [lost] = await sqlClient()`select id from checkins where commitment_id = ${first} and outcome = 'lost'`;
    expect(mails[0]!.data).toEqual({ checkInIds: [lost!.id] });
  });

  test('tells which rungs closed by what was reported since the mail before, though the last report left the ladder out', async () => {
    const [id, totals] = [await commit(lab), [2, 0, 0, 0, 0].map((yes) => ({ yes, unsure: 0, no: 2 - yes }))];
    await sqlClient()`
      update turns set reveal = ${JSON.stringify({ totals })}::text::jsonb
      where id = (select turn_id from commitments where id = ${id})`;
    const closed = async () => {
      const told = (await news()).at(-1)!;
      const { facts } = (await readMail(told, NOW)) as unknown as { facts: { reports: UsedWords[] } };
      return facts.reports[0]!.climb?.closed;
    };
    await report(lab, id, { minutes: -50, ladder: ['yes', 'yes', 'no', 'no', 'no'] });
    await report(lab, id, { minutes: -49, note: 'Gareth rang.' });
    await planMail(now());
    expect(await closed()).toEqual([2]);
    await report(lab, id, { minutes: 10, outcome: 'won' });
    await planMail(now(HOUR));
    expect(await news()).toHaveLength(2);
    expect(await closed()).toBeUndefined();
    await report(lab, id, { minutes: 80, ladder: ['yes', 'yes', 'yes', 'no', 'no'] });
    await planMail(now(3 * HOUR));
    expect(await news()).toHaveLength(3);
    expect(await closed(), 'and none that a mail told before').toEqual([3]);
  });

  test('is not for who turned it off, who reported it themself, or whose words are gone', async () => {
    const author = lab.reps[1]!;
    await report(lab, await commit(lab), { minutes: -50, by: author.id });
    await report(lab, await commit(lab, { gone: 'hidden' }), { minutes: -50 });
    await planMail(now());
    await chooseMail(author.id, { words_used: false });
    await report(lab, await commit(lab), { minutes: -50 });
    await planMail(now());
    expect(await news()).toEqual([]);
  });

  test('is out of date once its reader has left, or their words are withdrawn', async () => {
    await report(lab, await commit(lab), { minutes: -50 });
    await planMail(now());
    const [mail] = await news();
    expect(await readMail(mail!, NOW)).toBeDefined();
    await sqlClient()`update contributions set gone = 'withdrawn', body = '' where lab_id = ${lab.labId}`;
    expect(await readMail(mail!, NOW)).toBeUndefined();
    await sqlClient()`update contributions set gone = null, body = 'Back' where lab_id = ${lab.labId}`;
    await sqlClient()`delete from members where user_id = ${lab.reps[1]!.id}`;
    expect(await readMail(mail!, NOW)).toBeUndefined();
  });
});
