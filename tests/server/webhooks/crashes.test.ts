import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { deliveriesOf, sendTest } from '@/db/webhook-deliveries';
import { useTestDatabase } from '../../support/database';
import { hostOf } from '../../support/guests';
import { makeLab } from '../../support/lab';
import { runTypeScript, type Program } from '../../support/process';
import { openReceiver, type Receiver } from '../../support/receiver';
import { makeWebhook } from '../../support/webhooks';

const database = useTestDatabase();
let crm: Receiver;
beforeAll(async () => void (crm = await openReceiver()));
afterAll(() => crm.close());

const start = (killAt?: string): Program =>
  runTypeScript('tests/support/webhook-process.ts', [], { DATABASE_URL: database.url, KILL_AT: killAt });

const STEPS = ['queued', 'answered', 'noted'];

it('everything is told, although the process is killed at every step', { timeout: 120_000 }, async () => {
  const host = await hostOf(await makeLab());
  const webhookId = await makeWebhook(host, crm.url);
  for (const step of STEPS) {
    await sendTest(host, webhookId);
    // Gone by the signal, at that very step.
    expect(await start(step).exited, step).toBeNull();
  }
  const last = start();
  await vi.waitFor(
    async () => {
      const log = await deliveriesOf(host, webhookId);
      expect(log.map(({ became }) => became)).toEqual(STEPS.map(() => 'delivered'));
    },
    { timeout: 60_000, interval: 100 },
  );
  expect(await last.end('SIGTERM')).toBe(0);
  expect(new Set(crm.got.map(({ headers }) => headers['whetstone-delivery'])).size).toBe(STEPS.length);
  // Between the receiver's answer and our note of it nobody can know: what was told then came again, under the same number.
  expect(crm.got.length).toBeGreaterThan(STEPS.length);
});
