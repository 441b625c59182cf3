import type { ReactElement } from 'react';
import type { ReactFormState } from 'react-dom/client';
import { renderToReadableStream } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import LabHome from '@/app/labs/[lab]/(bar)/page';
import { dueCommitments, recordCheckIn } from '@/db/checkins';
import type { Membership } from '@/db/labs';
import { scheduleSession } from '@/db/session-schedule';
import { ViewerProvider } from '@/ui/viewer';
import { aDeal } from '../support/deals';
import { useHeardLab } from '../support/heard-lab';

const here = vi.hoisted(() => ({ membership: undefined as unknown }));
vi.mock('@/app/pledged', () => ({ pledgedMemberOf: async () => ({ membership: here.membership }) }));
vi.mock('@/app/viewer', () => ({ viewerHere: async () => ({ locale: 'en-GB', zone: 'Europe/Berlin' }) }));
vi.mock('@/app/labs/[lab]/(bar)/home/actions', () => ({
  // As React knows a server action, whose answer it gives back to the form that posted it.
  recordOutcome: Object.assign(() => undefined, {
    $$FORM_ACTION: () => ({ name: 'action', method: 'POST', encType: 'multipart/form-data', data: new FormData() }),
    $$IS_SIGNATURE_EQUAL: () => true,
    bind() {
      return this;
    },
  }),
}));

const DAY_MS = 86_400_000;

const { does, heardLab, nextSession } = useHeardLab();

/** The lab's home as a member gets it, in plain text: without scripts, after a report from there was refused, with that. */
async function homeOf(membership: Membership, refused?: { values: Record<string, string>; message: string }) {
  here.membership = membership;
  const report = refused?.values.commitmentId;
  const page = (await LabHome({
    params: Promise.resolve({ lab: membership.lab.slug }),
    searchParams: Promise.resolve(report === undefined ? {} : { report }),
  })) as ReactElement;
  const viewer = { locale: 'en-GB', zone: 'Europe/Berlin' };
  const postedTo = `p/labs/${membership.lab.slug}?report=${report}`;
  const formState = refused ? ([refused, postedTo, 'recordOutcome', 0] as unknown as ReactFormState) : null;
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{page}</ViewerProvider>, { formState });
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
  await does(host, await nextSession(host), 'session.end');
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

test('without scripts, who may not report any more reads why, once, and keeps what they had typed', async () => {
  const { host, rep, coach } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const message = 'Only its rep and the hosts say what became of it.';
  const refused = { values: { commitmentId, outcome: 'won', note: 'Gareth rang.', seen: '' }, message };
  for (const [now, told] of [
    [{ ...rep, role: 'observer' as const }, 'Observers make no commitments.'],
    [coach, 'Nothing due yet.'],
    [{ ...host, role: 'rep' as const }, 'Nothing due yet.'],
  ] as const) {
    const home = await homeOf(now, refused);
    expect(home.split(message)).toHaveLength(2);
    for (const words of ['Gareth rang.', told]) expect(home).toContain(words);
    expect(await homeOf(now)).not.toContain('Record it');
  }
  // Whose it still is sees it at its place among the others.
  const own = await homeOf(rep, { ...refused, message: 'Too long.' });
  expect(own.split('Too long.')).toHaveLength(2);
  expect(own).not.toContain('Record it');
});
