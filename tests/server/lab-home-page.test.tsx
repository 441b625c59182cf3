import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import LabHome from '@/app/labs/[lab]/(bar)/page';
import { dueCommitments, recordCheckIn } from '@/db/checkins';
import type { Membership } from '@/db/labs';
import { scheduleSession } from '@/db/session-schedule';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { aDeal } from '../support/deals';
import { sender } from '../support/heard-lab';
import { startLive, type LiveServer } from '../support/live-server';

const here = vi.hoisted(() => ({ membership: undefined as unknown }));
vi.mock('@/app/pledged', () => ({ pledgedMemberOf: async () => ({ membership: here.membership }) }));
vi.mock('@/app/viewer', () => ({ viewerHere: async () => ({ locale: 'en-GB', zone: 'Europe/Berlin' }) }));
vi.mock('@/app/labs/[lab]/(bar)/home/actions', () => ({ recordOutcome: () => undefined }));

useTestDatabase();

const DAY_MS = 86_400_000;

let server: LiveServer;
beforeAll(async () => void (server = await startLive()));
afterAll(() => server.close());

const { does, heardLab } = sender(() => server);

/** The lab's home as a member gets it, in plain text. */
async function homeOf(membership: Membership): Promise<string> {
  here.membership = membership;
  const page = (await LabHome({ params: Promise.resolve({ lab: membership.lab.slug }) })) as ReactElement;
  const viewer = { locale: 'en-GB', zone: 'Europe/Berlin' };
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{page}</ViewerProvider>);
  await stream.allReady;
  return (await new Response(stream).text())
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('who has never committed to anything is not told that they did what they said', async () => {
  const { host, rep, coach } = await heardLab();
  const kept = 'Nothing due. You did what you said.';
  const none = 'Nothing due yet. What you commit to is asked about here.';
  const [due] = await dueCommitments(rep);
  await recordCheckIn(rep, { commitmentId: due!.commitmentId, outcome: 'won' });
  const session = (await scheduleSession(host, { startsAt: new Date(), durationMinutes: 90, callUrl: null }))!;
  await does(host, session, 'session.start');
  await does(host, session, 'session.end');
  expect(await homeOf(rep)).toContain(kept);
  const coachs = await homeOf(coach);
  expect(coachs).toContain(none);
  expect(coachs).not.toContain(kept);
});

test('whose deal is first hears of next week, and of today while that session runs', async () => {
  const { host, rep } = await heardLab();
  const startsAt = new Date(Date.now() + 7 * DAY_MS);
  const session = (await scheduleSession(host, { startsAt, durationMinutes: 90, callUrl: null }))!;
  await does(rep, session, 'scenario.submit', aDeal('The clinic'));
  expect(await homeOf(rep)).toContain('You’re first next week: The clinic.');
  await does(host, session, 'session.start');
  expect(await homeOf(rep)).toContain('You’re first today: The clinic.');
});
