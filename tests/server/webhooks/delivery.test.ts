import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dueCommitments, recordCheckIn } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { queueOf } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { changeWebhook, removeWebhook, webhooksOf } from '@/db/webhooks';
import { deliveriesOf, sendAgain, sendTest, waitingDelivery } from '@/db/webhook-deliveries';
import { scheduleSession } from '@/db/session-schedule';
import { dayIn } from '@/domain/session';
import { isSigned } from '@/server/webhooks/signature';
import { useTestDatabase } from '../../support/database';
import { aDeal } from '../../support/deals';
import { hostOf } from '../../support/guests';
import { sender } from '../../support/heard-lab';
import { makeLab } from '../../support/lab';
import { startLive, type LiveServer } from '../../support/live-server';
import { openReceiver, type Receiver } from '../../support/receiver';
import { makeWebhook, SECRET, startWebhooks, type RunningWebhooks } from '../../support/webhooks';

const database = useTestDatabase();
let server: LiveServer;
let crm: Receiver;
const running: RunningWebhooks[] = [];
const { does: doesIn } = sender(() => server);

const start = (options?: Parameters<typeof startWebhooks>[1]) => {
  const webhooks = startWebhooks(database.url, options);
  running.push(webhooks);
  return webhooks;
};

beforeAll(async () => {
  server = await startLive();
  crm = await openReceiver();
});
afterAll(async () => {
  await server.close();
  await crm.close();
});
beforeEach(() => void crm.got.splice(0));
afterEach(async () => void (await Promise.all(running.splice(0).map((one) => one.close()))));

const until = (look: () => unknown) => vi.waitFor(look, { timeout: 15_000, interval: 50 });

/** A lab with a webhook, and the people of a session. */
async function labWithWebhook(events?: Parameters<typeof makeWebhook>[2]) {
  const lab = await makeLab();
  const host = await hostOf(lab);
  const webhookId = await makeWebhook(host, crm.url, events);
  const rep = (await membershipIn(lab.reps[0]!.id, lab.labId))!;
  return { lab, host, rep, webhookId };
}

/** Holds a session with one deal that is committed to, and things in it that the room may not know. */
async function hold({ lab, host, rep }: { lab: { sessionId: string }; host: Membership; rep: Membership }) {
  const does = (who: Membership, type: string, data?: object) => doesIn(who, lab.sessionId, type, data);
  const pipeline = { otherLiveDeals: 3, lifeOrDeath: 5, note: 'SECRET of the hosts', hostsOnly: true };
  await does(
    rep,
    'scenario.submit',
    aDeal('Halden Dairy AS', { account: 'The dairy', story: 'SECRET story', pipeline }),
  );
  await does(host, 'session.start');
  await does(host, 'host.note', { body: 'SECRET note' });
  const [scenario] = await queueOf(host, lab.sessionId);
  await does(host, 'turn.start', { scenarioId: scenario!.id });
  await does(host, 'turn.phase', { phase: 'commit' });
  const dueOn = dayIn('Europe/Berlin', Date.now() + 172_800_000);
  await does(rep, 'commitment.make', { decision: 'pursue', nextStep: 'Call Inga.', dueOn });
  await does(host, 'session.end');
  return { dueOn };
}

describe('a webhook', () => {
  it('is told what happened, signed, with deals by their alias, and nothing that the room may not know', async () => {
    const has = await labWithWebhook();
    start();
    const { dueOn } = await hold(has);
    await until(() => expect(crm.got).toHaveLength(2));
    for (const { headers, body } of crm.got) {
      const stamp = Number(headers['whetstone-timestamp']);
      expect(Math.abs(Date.now() / 1000 - stamp)).toBeLessThan(60);
      expect(isSigned(String(headers['whetstone-signature']), SECRET, stamp, body)).toBe(true);
      expect(isSigned(String(headers['whetstone-signature']), SECRET, stamp + 1, body)).toBe(false);
      expect(JSON.parse(body)).toMatchObject({ id: headers['whetstone-delivery'], type: headers['whetstone-event'] });
      expect(body).not.toMatch(/SECRET|Halden|example\.com/);
    }
    const told = crm.got.map(({ body }) => JSON.parse(body) as { type: string; data: object });
    expect(told.find(({ type }) => type === 'commitment.made')!.data).toMatchObject({
      commitment: { decision: 'pursue', nextStep: 'Call Inga.', dueOn },
      deal: { alias: 'The dairy' },
      rep: { id: has.rep.userId },
      session: { id: has.lab.sessionId, number: 1 },
    });
    expect(told.find(({ type }) => type === 'session.ended')!.data).toMatchObject({ deals: 1, commitments: 1 });

    const [due] = await dueCommitments(has.rep);
    await recordCheckIn(has.rep, { commitmentId: due!.commitmentId, outcome: 'won', note: 'She signed.' });
    await until(() => expect(crm.got).toHaveLength(3));
    expect(JSON.parse(crm.got[2]!.body)).toMatchObject({
      type: 'checkin.recorded',
      data: { checkIn: { outcome: 'won', note: 'She signed.' }, deal: { alias: 'The dairy' }, session: null },
    });
  });

  it('is told of what is recorded at the roll call, of each time that it is said anew, and in which session', async () => {
    const has = await labWithWebhook(['checkin.recorded']);
    await hold(has);
    start();
    const { commitmentId } = (await dueCommitments(has.rep))[0]!;
    const sessionId = (await scheduleSession(has.host, { startsAt: new Date(), durationMinutes: 90, callUrl: null }))!;
    await doesIn(has.host, sessionId, 'session.start');
    for (const outcome of ['advanced', 'won']) {
      await doesIn(has.rep, sessionId, 'checkin.record', { commitmentId, outcome, note: 'Inga rang.' });
      await until(() => expect(crm.got.at(-1)?.body).toContain(`"outcome":"${outcome}"`));
    }
    expect(crm.got).toHaveLength(2);
    expect(JSON.parse(crm.got[1]!.body)).toMatchObject({
      type: 'checkin.recorded',
      data: {
        checkIn: { outcome: 'won', note: 'Inga rang.' },
        deal: { alias: 'The dairy' },
        session: { id: sessionId, number: 2 },
      },
    });
  });

  it('is told of what it wants, and of nothing once it is switched off or gone', async () => {
    const has = await labWithWebhook(['session.ended']);
    const [off, gone] = [await makeWebhook(has.host, `${crm.url}/off`), await makeWebhook(has.host, `${crm.url}/gone`)];
    await changeWebhook(has.host, off, { url: `${crm.url}/off`, events: ['session.ended'], enabled: false });
    await removeWebhook(has.host, gone);
    start();
    await hold(has);
    await until(async () => expect(await sqlClient()`select 1 from webhook_news`).toHaveLength(0));
    await until(async () =>
      expect(await deliveriesOf(has.host, has.webhookId)).toMatchObject([{ became: 'delivered' }]),
    );
    expect(crm.got.map(({ headers }) => headers['whetstone-event'])).toEqual(['session.ended']);
  });

  it('is told again, with the same number, until it answers well; the log says how often', async () => {
    const has = await labWithWebhook();
    crm.answers.push({ status: 500, body: 'x'.repeat(5_000) }, { status: 302, location: `${crm.url}/elsewhere` });
    await sendTest(has.host, has.webhookId);
    start();
    await until(async () =>
      expect(await deliveriesOf(has.host, has.webhookId)).toMatchObject([
        { type: 'test', became: 'delivered', status: 200, attempts: 3 },
      ]),
    );
    expect(crm.got.map(({ path }) => path)).toEqual(['/hook', '/hook', '/hook']);
    expect(new Set(crm.got.map(({ headers }) => headers['whetstone-delivery'])).size).toBe(1);
  });

  it('is given up after its last try, says so in the log, and can be told by hand then', async () => {
    const has = await labWithWebhook();
    const refusals = Array.from({ length: 2 }, () => ({ status: 503, body: 'not today' }));
    crm.answers.push(...refusals);
    await sendTest(has.host, has.webhookId);
    start({ retries: 1 });
    const log = () => deliveriesOf(has.host, has.webhookId);
    await until(async () =>
      expect(await log()).toMatchObject([{ became: 'failed', attempts: 2, status: 503, answer: 'not today' }]),
    );
    const [given] = await log();
    expect(await waitingDelivery(given!.id)).toBeUndefined();
    // Nothing waits to be tried once more.
    await until(async () =>
      expect(await sqlClient()`select state from jobs.job where id = ${given!.id}`).toEqual([{ state: 'completed' }]),
    );
    expect(crm.got).toHaveLength(2);
    expect(await sendAgain(has.host, given!.id)).toBe(true);
    await until(async () => expect((await log()).map(({ became }) => became)).toEqual(['delivered', 'failed']));
  });

  it('keeps no more than the beginning of an answer', async () => {
    const has = await labWithWebhook();
    crm.answers.push({ status: 200, body: 'x'.repeat(50_000) });
    await sendTest(has.host, has.webhookId);
    start();
    await until(async () => expect(await deliveriesOf(has.host, has.webhookId)).toMatchObject([{ status: 200 }]));
    expect((await deliveriesOf(has.host, has.webhookId))[0]!.answer).toHaveLength(300);
  });

  it('can be sent something again by hand, under the number that its receiver knows', async () => {
    const has = await labWithWebhook();
    await sendTest(has.host, has.webhookId);
    start();
    await until(async () =>
      expect(await deliveriesOf(has.host, has.webhookId)).toMatchObject([{ became: 'delivered' }]),
    );
    const [first] = await deliveriesOf(has.host, has.webhookId);
    expect(await sendAgain(has.host, first!.id)).toBe(true);
    await until(() => expect(crm.got).toHaveLength(2));
    expect(crm.got[1]!.headers['whetstone-delivery']).toBe(crm.got[0]!.headers['whetstone-delivery']);
    expect(crm.got[1]!.body).toBe(crm.got[0]!.body);
    await until(async () => expect(await deliveriesOf(has.host, has.webhookId)).toHaveLength(2));
  });

  it('in a private network is told nothing, unless the operator allows it', async () => {
    const has = await labWithWebhook();
    const named = await makeWebhook(has.host, crm.url.replace('127.0.0.1', 'localhost').replace('http:', 'https:'));
    await sendTest(has.host, has.webhookId);
    await sendTest(has.host, named);
    start({ allowPrivate: false });
    for (const id of [has.webhookId, named]) {
      await until(async () => {
        const [one] = await deliveriesOf(has.host, id);
        expect(one).toMatchObject({ status: null, answer: expect.stringContaining('private network') });
      });
    }
    expect(crm.got).toEqual([]);
  });

  it('of another lab is out of reach: not seen, changed, tested, removed, nor its deliveries sent again', async () => {
    const [mine, other] = [await labWithWebhook(), await labWithWebhook()];
    await sendTest(mine.host, mine.webhookId);
    const [delivery] = await deliveriesOf(mine.host, mine.webhookId);
    expect((await webhooksOf(other.host)).map(({ id }) => id)).toEqual([other.webhookId]);
    expect(await deliveriesOf(other.host, mine.webhookId)).toEqual([]);
    expect(await sendTest(other.host, mine.webhookId)).toBe(false);
    expect(await sendAgain(other.host, delivery!.id)).toBe(false);
    expect(await changeWebhook(other.host, mine.webhookId, { url: crm.url, events: [], enabled: false })).toBe(false);
    await removeWebhook(other.host, mine.webhookId);
    expect(await webhooksOf(mine.host)).toMatchObject([{ id: mine.webhookId, enabled: true }]);
  });
});

describe('what is told', () => {
  it('is told once to each, whichever of two servers tells it', async () => {
    const has = await labWithWebhook();
    for (let at = 0; at < 8; at += 1) await sendTest(has.host, has.webhookId);
    start();
    start();
    await until(async () => {
      const log = await deliveriesOf(has.host, has.webhookId);
      expect(log.filter(({ became }) => became === 'delivered')).toHaveLength(8);
    });
    const mine = new Set((await deliveriesOf(has.host, has.webhookId)).map(({ messageId }) => messageId));
    const told = crm.got.map(({ headers }) => headers['whetstone-delivery']).filter((id) => mine.has(String(id)));
    expect(told).toHaveLength(8);
    expect(new Set(told).size).toBe(8);
  });
});
