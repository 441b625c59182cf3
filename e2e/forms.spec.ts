import { expect, test } from './support/fixtures';
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
}

const SECRET = /password|The one you have|The new one/i;
const TOO_LONG = 'A sentence too many. '.repeat(300);

const OUTSIDE: Form[] = [
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
    at: 'bring',
    typed: { 'Name the deal in one line': 'The plant that loves us', 'The ask': 'Wait?' },
    sends: 'Put it in',
    wrong: 'The story',
  },
];

/** Opens the page, types, sends, and looks: the wrong field says so and has the focus, and nothing is lost. */
async function isRefused(person: Person, { at, opens, typed, sends, wrong }: Form): Promise<void> {
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
  await expect(field(wrong), `${at}: ${wrong}`).toHaveAttribute('aria-invalid', 'true');
  await expect(field(wrong)).toHaveAccessibleDescription(/\S/);
  for (const [label, text] of Object.entries(typed)) {
    if (!SECRET.test(label)) await expect(field(label), `${at}: ${label}`).toHaveValue(text);
  }
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(tooWide, `${at} is wider than the phone`).toBe(false);
}

test('every form on a phone refuses what is wrong by field, and keeps what was typed', async ({
  browser,
  gathered,
}) => {
  test.setTimeout(300_000);
  const { server, invitations } = gathered;
  const host = await gathered.open('host', { viewport: PHONE });
  const rep = await gathered.open('rep', { viewport: PHONE });
  const stranger = await Person.open(browser, server.url, 'Nils Brandt', { viewport: PHONE });
  for (const form of HOSTS) await test.step(`${form.at}: ${form.sends}`, () => isRefused(host, form));
  for (const form of EVERYONES) await test.step(`${form.at}: ${form.sends}`, () => isRefused(rep, form));
  await host.publish('Fifty of us, every Thursday.');
  const doors: Form[] = [
    ...OUTSIDE,
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
  for (const { name, mishaps } of [host, rep, stranger]) expect(mishaps, `${name}’s console`).toEqual([]);
});
