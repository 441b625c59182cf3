import type { ReactElement, ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportAnswer } from '@/app/api/exports/formats';
import { deleteAccount } from '@/app/me/leaving-actions';
import History from '@/app/labs/[lab]/(bar)/history/page';
import Insights from '@/app/labs/[lab]/(bar)/insights/page';
import Members from '@/app/labs/[lab]/(bar)/members/page';
import LabHome from '@/app/labs/[lab]/(bar)/page';
import Scenario from '@/app/labs/[lab]/(bar)/scenarios/[id]/page';
import Recap from '@/app/sessions/[id]/recap/page';
import { recordCheckIn } from '@/db/checkins';
import { sqlClient } from '@/db/connection';
import { labExport } from '@/db/exports/lab';
import { ownExport } from '@/db/exports/mine';
import { createGuestLink } from '@/db/guests';
import { createInvitation } from '@/db/invitations';
import { queueOf } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { comeBack } from '@/db/leaving';
import { lobbyFacts } from '@/db/lobby';
import { readMail } from '@/db/mail-facts';
import { planMail } from '@/db/mail-plan';
import { removeMember } from '@/db/members';
import type { StoredMail } from '@/db/outbox';
import { accountById } from '@/db/people';
import { followLog, sessionsToFollow } from '@/db/places';
import { replayFacts } from '@/db/replay';
import { sessionPlace } from '@/db/session-place';
import { queueDeliveries, spreadNews, waitingDelivery } from '@/db/webhook-deliveries';
import { letterOf } from '@/domain/mail/letters';
import { letterText } from '@/domain/mail/text';
import { dayIn } from '@/domain/session';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { openFace, type Face } from '@/server/face';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { aDeal } from '../support/deals';
import { peopleOf, sender } from '../support/heard-lab';
import { addPerson, addSession, makeLab, type TestLab, type TestPerson } from '../support/lab';
import { startLive, type LiveServer } from '../support/live-server';
import { makeWebhook } from '../support/webhooks';

const here = vi.hoisted(() => ({ userId: '' }));
vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));
vi.mock('@/app/current-person', async () => ({
  signedIn: async () => undefined,
  currentPerson: () => accountById(here.userId),
  forgetSignIn: async () => undefined,
  memberOf: async (slug: string) => ({ membership: await membershipIn(here.userId, slug) }),
}));

useTestDatabase();

const NAMES = ['Wilhelmina Vanish', 'Xaver Removed'];
const DAY_MS = 86_400_000;

let server: LiveServer;
let lab: TestLab;
let leaver: TestPerson;
let removed: TestPerson;
let host: Membership;
let coach: Membership;
let scenarioId: string;

/** What a page gives a member, as text. */
async function page(who: Membership, drawn: () => ReactNode | Promise<ReactNode>): Promise<string> {
  here.userId = who.userId;
  const viewer = { locale: 'en-GB', zone: 'Europe/Berlin' };
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{await drawn()}</ViewerProvider>);
  await stream.allReady;
  return new Response(stream).text();
}

const params = () => Promise.resolve({ lab: lab.labId, id: '' });
const asked = Promise.resolve({});
const ofSession = () => ({ params: Promise.resolve({ id: lab.sessionId }) });

async function frames(who: TestPerson): Promise<string> {
  const client = await server.connect(who, lab);
  const turns = await Promise.all(client.state.turns.map(({ id }) => client.turn(id)));
  client.close();
  return JSON.stringify([client.raw, turns]);
}

async function mails(): Promise<string> {
  await sqlClient()`delete from outbox`;
  await planMail();
  const rows = await sqlClient()<StoredMail[]>`
    select id, kind, "to", user_id as "userId", lab_id as "labId", session_id as "sessionId", data from outbox`;
  const texts = await Promise.all(
    rows.map(async (mail) => {
      const read = await readMail(mail);
      return [
        mail.to,
        read && letterText(letterOf(read.kind, read.facts, { origin: 'https://x', now: Date.now() }), {}),
      ];
    }),
  );
  return JSON.stringify(texts);
}

async function webhooks(): Promise<string> {
  const rows = await sqlClient()<{ id: string }[]>`select id from webhook_deliveries`;
  return JSON.stringify(await Promise.all(rows.map(async ({ id }) => (await waitingDelivery(id))?.body)));
}

const exported = async (format: string, tables = labExport(host)) =>
  (await exportAnswer(format, { title: 'x', tables, at: new Date() })).text();

beforeAll(async () => {
  server = await startLive();
  openFace({ mail: { sends: false }, live: server.live } as unknown as Face);
  lab = await makeLab({ hosts: 2, reps: 3 });
  leaver = lab.hosts[1]!;
  removed = await addPerson(lab.labId, 'rep');
  const sql = sqlClient();
  for (const [at, { id }] of [leaver, removed].entries())
    await sql`update users set name = ${NAMES[at]!}, email = ${`${id}@vanish.example`}, email_confirmed_at = now() where id = ${id}`;
  ({ host, coach } = await peopleOf(lab));
  const theirs = (await membershipIn(leaver.id, lab.labId))!;
  await makeWebhook(host, 'https://crm.example/');
  const expiresAt = new Date(Date.now() + DAY_MS);
  const used = await createInvitation(theirs, {
    role: 'rep',
    expiresAt,
    maxUses: 1,
    email: `${removed.id}@vanish.example`,
  });
  await sql`update invitations set uses = 1 where id = ${used.id}`;
  await removeMember(host, removed.id);
  const { labId: other } = await makeLab();
  await sql`
    insert into requests (id, lab_id, name, email, words)
    values (gen_random_uuid(), ${lab.labId}, 'Xaver Removed', ${`${removed.id}@vanish.example`}, 'Please.'),
      (gen_random_uuid(), ${other}, 'Xaver Removed', ${`${removed.id}@vanish.example`}, 'Please.')`;
  const next = await addSession(lab.labId, 2, new Date(Date.now() + 2 * DAY_MS));
  await createGuestLink(theirs, next, { expiresAt, maxUses: 5 });

  const { does: doesIn } = sender(() => server);
  const does = (who: { userId: string }, type: string, data?: object) => doesIn(who, lab.sessionId, type, data);
  (await server.connect(leaver, lab)).close();
  await does(theirs, 'scenario.submit', aDeal('Halden Dairy', { account: 'Halden' }));
  await does(coach, 'scenario.submit', aDeal('The clinic'));
  await does(host, 'session.start');
  scenarioId = (await queueOf(host, lab.sessionId))[0]!.id;
  await does(host, 'turn.start', { scenarioId });
  await does(host, 'turn.phase', { phase: 'coach' });
  await does(coach, 'contribution.add', { kind: 'advice', body: 'Ask for the CFO.' });
  const [advice] = await sql<{ id: string }[]>`select id from contributions`;
  await does(host, 'turn.phase', { phase: 'commit' });
  const dueOn = dayIn('Europe/Berlin', Date.now() + 2 * DAY_MS);
  await does(theirs, 'commitment.make', { decision: 'pursue', nextStep: 'Call Inga.', dueOn, uses: [advice!.id] });
  await does(host, 'turn.end');
  await does(host, 'session.close');
  await does(host, 'floor.ask', { body: 'Why do you care?' });
  const { id: questionId } = (await sql<{ id: string }[]>`select id from floor_questions`)[0]!;
  await does(theirs, 'floor.answer', { questionId, body: 'Because they asked.' });
  await does(theirs, 'takeaway.leave', { body: 'Ask sooner.' });
  await does(host, 'session.end');
  const { id: commitmentId } = (await sql<{ id: string }[]>`select id from commitments`)[0]!;
  await recordCheckIn(theirs, { commitmentId, outcome: 'advanced', note: 'Inga rang.' });
  await spreadNews();
  await queueDeliveries(async () => undefined);
  await sql`update sessions set ended_at = now() - interval '1 hour' where status = 'ended'`;
  await sql`update checkins set at = now() - interval '1 hour'`;
  await sql`insert into mail_choices (user_id, kind, wanted) select id, 'recap', true from users`;
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
});
afterAll(() => server.close());

/** Deletes their account, as its page does. */
async function deletes({ id }: TestPerson): Promise<void> {
  here.userId = id;
  const form = new FormData();
  form.set('email', `${id}@vanish.example`);
  await expect(deleteAccount({}, form)).rejects.toThrow('NEXT_REDIRECT');
}

/** Where others meet whoever has left, and what is there beside their name. */
const PLACES: [string, () => Promise<string>, string][] = [
  [
    'the lab’s home',
    () =>
      page(coach, async () => (await LabHome({ params: params(), searchParams: Promise.resolve({}) })) as ReactElement),
    'Halden Dairy',
  ],
  [
    'the members',
    () => page(host, () => Members({ params: params(), searchParams: Promise.resolve({}) })),
    'in-the-lab',
  ],
  ['history', () => page(coach, () => History({ params: params(), searchParams: asked })), 'Halden Dairy'],
  [
    'a search',
    () => page(coach, () => History({ params: params(), searchParams: Promise.resolve({ q: 'sooner' }) })),
    'sooner',
  ],
  [
    'a deal’s page',
    () =>
      page(coach, () => Scenario({ params: Promise.resolve({ lab: lab.labId, id: scenarioId }), searchParams: asked })),
    'Call Inga.',
  ],
  ['insights', () => page(host, () => Insights({ params: params(), searchParams: asked })), 'Halden Dairy'],
  ['the recap', () => page(coach, () => Recap(ofSession())), 'Ask sooner.'],
  [
    'the replay',
    async () => JSON.stringify(await replayFacts((await sessionPlace(coach.userId, lab.sessionId))!, coach.userId)),
    'turns',
  ],
  ['the lobby', async () => JSON.stringify(await lobbyFacts(lab.labId, lab.sessionId)), 'members'],
  ['the frames of a room', () => frames(lab.reps[1]!), 'Halden Dairy'],
  ['mails', mails, 'Halden'],
  ['what webhooks are told', webhooks, 'Halden'],
  ...['csv', 'json', 'md'].map((format): [string, () => Promise<string>, string] => [
    `the lab as ${format}`,
    () => exported(format),
    'Halden Dairy',
  ]),
  ['others’ own data', () => exported('json', ownExport(coach.userId)), 'Ask for the CFO.'],
];

/** Places that say nothing of anybody, whoever looks. */
const NAMELESS = ['the replay', 'others’ own data'];

describe('from the moment that somebody deletes their account', () => {
  it.each(PLACES)(
    '%s knows a former member, and no address; and them again once they are back',
    async (place, read, beside) => {
      const before = await read();
      expect(before).toContain(beside);
      if (!NAMELESS.includes(place)) expect(before).toContain(NAMES[0]);
      await deletes(leaver);
      await deletes(removed);
      const after = await read();
      for (const name of NAMES) expect(after).not.toContain(name);
      expect(after).not.toContain('vanish.example');
      expect(after).toContain(beside);
      if (before.includes(FORMER_MEMBER)) expect(after).toContain(FORMER_MEMBER);
      expect(await comeBack(leaver.id)).toBe(true);
      // In a room they are known again once they come in.
      (await server.connect(leaver, lab)).close();
      expect(await comeBack(removed.id)).toBe(true);
      const again = await read();
      if (!NAMELESS.includes(place)) expect(again).toContain(NAMES[0]);
    },
  );
});
