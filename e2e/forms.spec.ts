import type { Browser } from '@playwright/test';
import { REFLECTION_QUESTIONS } from '@/domain/why';
import { openMailBox } from '@/tests/support/mail-box';
import { expect, test } from './support/fixtures';
import { Gathered } from './support/gather';
import { fitsNarrow } from './support/look';
import { Person, PHONE } from './support/person';

interface Form {
  /** The page that it stands on, in the lab unless it begins with a slash. */
  at: string;
  /** What opens it, where it isn't open. */
  opens?: string;
  /** What is typed, by the label of the field. */
  typed: Record<string, string>;
  /** The button that sends it. */
  sends: string;
  /** The field that is wrong. */
  wrong: string;
  /** It is a group of choices, of which none was made. */
  choices?: true;
}

const SECRET = /password|The one you have|The new one/i;
const TOO_LONG = 'A sentence too many. '.repeat(300);

const OUTSIDE: Form[] = [
  { at: '/forgot', typed: { Email: 'marisol at home' }, sends: 'Send me a link', wrong: 'Email' },
  {
    at: '/sign-in',
    typed: { Email: '', Password: 'a whetstone keeps its edge' },
    sends: 'Sign in',
    wrong: 'Email',
  },
];

const HOSTS: Form[] = [
  { at: 'members', opens: 'Invite an address', typed: { Email: 'nobody@' }, sends: 'Invite', wrong: 'Email' },
  {
    at: 'members',
    opens: 'New invitation link',
    typed: { 'For how many people': 'many' },
    sends: 'Make the link',
    wrong: 'For how many people',
  },
  {
    at: 'members',
    opens: 'New guest link',
    typed: { 'For how many people': '0' },
    sends: 'Make the link',
    wrong: 'For how many people',
  },
  {
    at: 'schedule',
    opens: 'Move it',
    typed: { Minutes: 'ninety', 'Another call': 'https://meet.example/x' },
    sends: 'Move the session',
    wrong: 'Minutes',
  },
  {
    at: 'schedule',
    typed: { Minutes: '90', 'Another call': 'the usual one' },
    sends: 'Schedule the session',
    wrong: 'Another call',
  },
  { at: 'settings', typed: { Minutes: '75', 'A date to skip': '' }, sends: 'Skip it', wrong: 'A date to skip' },
  { at: 'settings', typed: { Present: '3', Coach: 'ten' }, sends: 'Save the phases', wrong: 'Coach' },
  { at: 'settings', typed: { 'The words': ' ' }, sends: 'Save the pledge', wrong: 'The words' },
  { at: 'settings', typed: { 'What the lab is': TOO_LONG }, sends: 'Save the public page', wrong: 'What the lab is' },
  { at: 'settings', typed: { 'Link or number': 'the usual one' }, sends: 'Save the call', wrong: 'Link or number' },
  { at: 'settings', typed: { 'Name of the lab': ' ' }, sends: 'Save the name', wrong: 'Name of the lab' },
  { at: 'settings', typed: { Minutes: 'long' }, sends: 'Save the schedule', wrong: 'Minutes' },
  {
    at: 'settings/webhooks',
    typed: { Address: 'http://10.0.0.1/hook' },
    sends: 'Add the webhook',
    wrong: 'Address',
  },
  { at: 'settings/webhooks', typed: { Address: 'http://10.0.0.1/hook' }, sends: 'Save', wrong: 'Address' },
  {
    at: 'settings/data',
    typed: { 'Type the lab’s name to go on': 'Another lab' },
    sends: 'Delete the lab',
    wrong: 'Type the lab’s name to go on',
  },
  { at: '/new-lab', typed: { Name: 'A second one', Coach: '0' }, sends: 'Make the lab', wrong: 'Coach' },
];

const EVERYONES: Form[] = [
  {
    at: '/me',
    typed: { Name: 'Marisol V.', 'Initials on your badge': 'M+V' },
    sends: 'Save',
    wrong: 'Initials on your badge',
  },
  {
    at: '/me',
    typed: { 'Another email': 'marisol at home', 'Your password': 'whatever it is' },
    sends: 'Change the email',
    wrong: 'Another email',
  },
  {
    at: '/me',
    typed: { 'The one you have': 'not the one', 'The new one': 'long enough to be taken' },
    sends: 'Change it',
    wrong: 'The one you have',
  },
  {
    at: '/me',
    typed: { 'Type your email to go on': 'somebody@example.com' },
    sends: 'Delete my account',
    wrong: 'Type your email to go on',
  },
  {
    at: '/me/why',
    opens: 'Write it',
    typed: { 'In a line': 'Pricing with backbone', 'Link, if there is one': 'a shelf at home' },
    sends: 'Keep it',
    wrong: 'Link, if there is one',
  },
  {
    at: '/me/why',
    typed: { [REFLECTION_QUESTIONS.value]: ' ' },
    sends: 'Keep it',
    wrong: REFLECTION_QUESTIONS.value,
  },
  {
    at: 'bring',
    typed: { 'Name the deal in one line': 'The plant that loves us', 'The ask': 'Wait?' },
    sends: 'Put it in',
    wrong: 'The story',
  },
];

/** Opens the page, types, sends, and looks: the wrong field says so, the first of them has the focus, and nothing is lost. */
async function isRefused(person: Person, { at, opens, typed, sends, wrong, choices }: Form): Promise<void> {
  const { page } = person;
  await page.goto(at.startsWith('/') ? at : `${person.labPath}/${at}`);
  await person.awake();
  if (opens) await person.press(opens);
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: sends }) })
    .first();
  const field = (label: string) => form.getByLabel(label, { exact: true }).first();
  for (const [label, text] of Object.entries(typed)) await field(label).fill(text);
  await form.getByRole('button', { name: sends }).first().click();
  if (choices) {
    const group = form.getByRole('radiogroup', { name: wrong });
    await expect(group).toHaveAttribute('aria-invalid', 'true');
    await expect(group).toHaveAccessibleDescription(/\S/);
    await expect(group.getByRole('radio').first()).toBeFocused();
  } else {
    await expect(field(wrong), `${at}: ${wrong}`).toHaveAttribute('aria-invalid', 'true');
    await expect(field(wrong)).toHaveAccessibleDescription(/\S/);
    const invalid = form.locator('[aria-invalid="true"]:not([role="radiogroup"])');
    await expect(invalid.first(), `${at}: the first that is wrong`).toBeFocused();
  }
  for (const [label, text] of Object.entries(typed)) {
    if (!SECRET.test(label)) await expect(field(label), `${at}: ${label}`).toHaveValue(text);
  }
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(tooWide, `${at} is wider than the phone`).toBe(false);
}

/** A deal that the rep committed to, and another that waits; gives the pages on which both can be changed. */
async function committed(host: Person, rep: Person): Promise<{ checkIn: string; edit: string }> {
  const answers = ['Yes', 'Yes', 'No', 'No', 'No'] as const;
  await rep.hasBrought({ title: 'The mill in Lille', ask: 'Who signs?', answers });
  await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers });
  const [runs, commits] = [await host.onWire(), await rep.onWire()];
  const [heard, waits] = runs.state.queue;
  await runs.does('session.start');
  await runs.does('turn.start', { scenarioId: heard });
  await commits.reached(await runs.does('turn.phase', { phase: 'commit' }));
  await commits.does('commitment.make', { decision: 'pursue', nextStep: 'Call Inga.', dueOn: '2099-01-01' });
  const made = commits.events.find(({ type }) => type === 'commitment.made')?.data as { id: string };
  await runs.does('turn.end');
  for (const client of [runs, commits]) client.close();
  return { checkIn: `check-in/${made.id}`, edit: `scenarios/${waits}/edit` };
}

/** A page at 320 px. */
async function fits(person: Person, at: string): Promise<void> {
  await person.page.goto(at.startsWith('/') ? at : `${person.labPath}/${at}`);
  await person.awake();
  await fitsNarrow(person, at || 'home');
}

/** A one-time link to a new password, which a host makes for a member. */
async function passwordLinkFor(host: Person, member: Person): Promise<string> {
  await host.go('members');
  await host.press(`More about ${member.name}`);
  await host.page.getByRole('menuitem', { name: 'Link to a new password' }).click();
  await host.press('Make the link');
  return host.page.getByLabel('Copy it now: it is not shown again').inputValue();
}

test('every form on a phone refuses what is wrong by field, and keeps what was typed', async ({
  browser,
  gathering,
}) => {
  test.setTimeout(300_000);
  // Without a mail server nobody asks for a link to a new password.
  const box = await openMailBox();
  const server = await gathering.startServer({ SMTP_URL: box.url });
  try {
    await allAreRefused(browser, new Gathered(gathering, browser, server));
  } finally {
    await server.remove();
    await box.close();
  }
});

async function allAreRefused(browser: Browser, gathered: Gathered): Promise<void> {
  const { server, invitations } = gathered;
  const host = await gathered.open('host', { viewport: PHONE });
  const rep = await gathered.open('rep', { viewport: PHONE });
  const stranger = await Person.open(browser, server.url, 'Nils Brandt', { viewport: PHONE });
  await host.page.goto(`${host.labPath}/settings/webhooks`);
  await host.awake();
  await host.page.getByLabel('Address').fill('https://hooks.example/whetstone');
  await host.press('Add the webhook');
  await host.sees('Copy its secret now');
  for (const form of HOSTS) await test.step(`${form.at}: ${form.sends}`, () => isRefused(host, form));
  const { checkIn, edit } = await committed(host, rep);
  const own: Form[] = [
    ...EVERYONES,
    {
      at: checkIn,
      typed: { 'In a line, what happened': 'She called back.' },
      sends: 'Record it',
      wrong: 'What became of it',
      choices: true,
    },
    {
      at: edit,
      typed: { 'Name the deal in one line': 'Renewal, still quiet', 'The ask': ' ' },
      sends: 'Save it',
      wrong: 'The ask',
    },
  ];
  for (const form of own) await test.step(`${form.at}: ${form.sends}`, () => isRefused(rep, form));
  await host.publish('Fifty of us, every Thursday.');
  const doors: Form[] = [
    ...OUTSIDE,
    {
      at: new URL(await passwordLinkFor(host, rep)).pathname,
      typed: { 'New password': 'too short' },
      sends: 'Set it and sign in',
      wrong: 'New password',
    },
    {
      at: new URL(invitations.rep).pathname,
      typed: { 'Your name': 'Nils', Email: 'nils@', Password: 'long enough to be taken' },
      sends: 'Make an account and join',
      wrong: 'Email',
    },
    {
      at: new URL(await host.inviteGuest()).pathname,
      typed: { 'Your name': ' ' },
      sends: 'Listen in',
      wrong: 'Your name',
    },
    {
      at: `/join/${host.labPath.split('/').at(-1)}`,
      typed: { 'Your name': 'Nils', Email: 'nils', 'The deal you would bring first': 'They like it. Nobody signs.' },
      sends: 'Send to the hosts',
      wrong: 'Email',
    },
  ];
  for (const form of doors) await test.step(`${form.at}: ${form.sends}`, () => isRefused(stranger, form));
  await test.step('and no page is wider than a screen of 320 px', async () => {
    for (const at of ['', 'history', 'insights', '/me/why', 'bring', edit]) await fits(rep, at);
    for (const at of ['schedule', 'members', 'settings', 'settings/webhooks', 'settings/data']) await fits(host, at);
  });
  for (const { name, mishaps } of [host, rep, stranger]) expect(mishaps, `${name}’s console`).toEqual([]);
}
