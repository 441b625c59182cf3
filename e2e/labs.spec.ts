import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';
import { PHONE } from './support/person';

test('a member is removed while on the hot seat, and another’s role changes in the live room', async ({ gathered }) => {
  test.setTimeout(240_000);
  const { host, rep, peer, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'The mill in Lille', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  await peer.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  const office = await gathered.open('host');

  await test.step('a host sets how turns go, and whether everybody sees the lab', async () => {
    const { page } = office;
    const shown = async () => (await page.request.get(`/join/${host.labPath.split('/').at(-1)}`)).status();
    expect(await shown()).toBe(404);
    await office.publish('Fifty of us, every Thursday.');
    expect(await shown()).toBe(200);
    await page.getByRole('switch', { name: /Show the public page/ }).click();
    await office.press('Save the public page');
    await expect.poll(shown).toBe(404);
    await page.getByLabel('Present', { exact: true }).fill('4');
    await office.press('Save the phases');
    await expect(page.locator('#phases').getByText('Saved.')).toBeVisible();
    await page.getByRole('switch', { name: /Each phase keeps its kinds/ }).click();
    await expect(page.locator('#strictness').getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Present', { exact: true })).toHaveValue('4');
    await expect(page.getByRole('switch', { name: /Each phase keeps its kinds/ })).not.toBeChecked();
  });

  for (const person of [host, rep, peer]) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await rep.sees('Who signs?');

  await test.step('the next session goes by that: four minutes to present, and no phase is quiet', async () => {
    expect(await peer.secondsLeft()).toBeGreaterThan(200);
    await peer.say('Who has signed before?', 'Question');
    await rep.sees('Who has signed before?');
  });

  await test.step('who is made a host has a host’s controls at once, and loses them again', async () => {
    await office.go('members');
    await expect(peer.page.getByRole('button', { name: /^Next: Clarify/ })).toHaveCount(0);
    const becomes = async (role: string, who: RegExp) => {
      await office.page.getByLabel(`Role of ${peer.name}`).selectOption(role);
      await office.sees(who);
    };
    await becomes('host', /two hosts/);
    await expect(peer.page.getByRole('button', { name: /^Next: Clarify/ }).first()).toBeVisible();
    await becomes('rep', /one host,/);
    await expect(peer.page.getByRole('button', { name: /^Next: Clarify/ })).toHaveCount(0);
  });

  await test.step('the last host can’t step down, and is told why', async () => {
    await office.page.getByLabel(`Role of ${host.name}`).selectOption('rep');
    await office.sees('A lab always has a host');
    await expect(office.page.getByLabel(`Role of ${host.name}`)).toHaveValue('host');
  });

  await test.step('who is removed sees it, the turn ends, and the host goes on', async () => {
    await office.press(`More about ${rep.name}`);
    await office.page.getByRole('menuitem', { name: 'Remove from the lab' }).click();
    await office.confirm(`Remove ${rep.name}`);
    await rep.sees('You are not in this lab any more.');
    await host.press(/Seat Devon|Start the first turn/);
    await peer.sees('Wait?');
    await host.seesNo('Who signs?');
    await rep.page.goto(rep.labPath);
    await rep.seesNo('The mill in Lille');
    await rep.page.goto('/');
    await rep.heading('You are in no lab now');
  });

  await test.step('and is let back in', async () => {
    await office.press(`Let ${rep.name} back in`);
    await expect(office.page.getByRole('button', { name: `Let ${rep.name} back in` })).toHaveCount(0);
    await rep.goHome();
    await rep.sees('Thursday Lab');
  });
  for (const { name, mishaps } of [...everyone, office]) expect(mishaps, `${name}’s console`).toEqual([]);
});

test('a second lab, the way between them, and the way out of one', async ({ gathered }) => {
  test.setTimeout(180_000);
  const host = await gathered.open('host');
  const rep = await gathered.open('rep');
  heedWarnings(host);
  await host.page.goto('/labs');
  await host.heading('Your labs');
  await inspect(host, 'my labs');
  await host.page.getByRole('link', { name: 'New lab' }).click();
  await host.page.getByLabel('Name', { exact: true }).fill('Friday Lab');
  await host.page.getByLabel('Coach').fill('none');
  await host.press('Make the lab');
  await expect(host.page.getByLabel('Coach')).toHaveAttribute('aria-invalid', 'true');
  await inspect(host, 'a new lab, refused');
  await expect(host.page.getByLabel('Name', { exact: true })).toHaveValue('Friday Lab');
  await host.page.getByLabel('Coach').fill('12');
  await host.press('Make the lab');
  await expect(host.page).toHaveURL(/\/labs\/friday-lab$/);

  await test.step('the switcher leads from one to the other', async () => {
    await host.press(/go to another lab/);
    await host.page.getByRole('menuitem', { name: /Thursday Lab/ }).click();
    await expect(host.page).toHaveURL(/\/labs\/thursday-lab$/);
    await host.page.goto('/');
    await host.heading('Your labs');
  });

  await test.step('the last host can’t leave; a rep can, and the front door still leads somewhere', async () => {
    await host.press('Leave Friday Lab');
    await host.page.getByRole('dialog').getByRole('button', { name: 'Leave Friday Lab' }).click();
    await host.sees('A lab always has a host');
    await rep.page.setViewportSize(PHONE);
    await rep.page.goto('/labs');
    await rep.press('Leave Thursday Lab');
    await rep.page.getByRole('dialog').getByRole('button', { name: 'Leave Thursday Lab' }).click();
    await rep.heading('You are in no lab now');
    await expect(rep.page.getByRole('link', { name: 'New lab' })).toHaveCount(0);
  });

  await test.step('an invitation brings who is signed in back by one press', async () => {
    await rep.page.goto(new URL(gathered.invitations.rep).pathname);
    await rep.sees('Signed in as Marisol Vega.');
    await rep.awake();
    await rep.press('Join Thursday Lab');
    await expect(rep.page).toHaveURL(/\/labs\/thursday-lab/);
  });
  for (const { name, mishaps } of [host, rep]) expect(mishaps, `${name}’s console`).toEqual([]);
});

test('people are invited by a list and by address, each with a link to copy', async ({ browser, gathered }) => {
  test.setTimeout(180_000);
  const host = await gathered.open('host', { viewport: PHONE });
  const { page } = host;
  await host.go('members');
  const list = page.getByLabel(/Choose (a|another) file/);
  const choose = (name: string, text: string) =>
    list.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  await test.step('a list that can’t be read says what to do', async () => {
    await expect(async () => {
      await choose('wrong.csv', 'Aiko Mori;aiko@tidewell.example\n');
      await expect(page.getByText('The first line names the columns')).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(list).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('each line is ready or says what it lacks, and nothing is sent yet', async () => {
    await choose(
      'spring-team.csv',
      '\uFEFFRole;Email;Name\r\nrep;aiko@tidewell.example;"Mori; Aiko"\r\nmanager;grace@tidewell;Grace\r\n;marisol.vega@example.com;Marisol\r\n',
    );
    await host.sees('Three lines read. One is ready, two need a look; nothing is sent yet.');
    await host.sees('grace@tidewell needs an ending, such as .example. “manager” is no role here');
    await host.sees('Is a member already.');
    await inspect(host, 'members, a list to invite');
    await page.setViewportSize(PHONE);
  });

  await test.step('the others are invited, each by a link of their own that opens', async () => {
    await host.press('Invite the one person');
    await host.sees('One person invited.');
    const link = (await page.locator('.list-lines .link').first().textContent()) ?? '';
    const guest = await browser.newPage();
    await guest.goto(link);
    await expect(guest.getByRole('heading', { name: 'Thursday Lab' })).toBeVisible();
    await guest.close();
    await host.press('Make the link of aiko@tidewell.example anew');
    const anew = page.getByLabel('Copy it now: it is not shown again').last();
    await expect(anew).not.toHaveValue(link);
  });

  await test.step('an address is invited, and one that is known is not', async () => {
    await host.press('Invite an address');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Email').fill('aiko@tidewell.example');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(dialog.getByLabel('Email')).toHaveAccessibleDescription(/has an invitation already/i);
    await dialog.getByLabel('Email').fill('leo@tidewell.example');
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(dialog.getByLabel('Copy it now: it is not shown again')).toHaveValue(/\/invite\//);
  });
  expect(host.mishaps, 'the host’s console').toEqual([]);
});

test('W13a: a new pledge is asked again, and a lab is archived and brought back', async ({ gathered }) => {
  test.setTimeout(180_000);
  const host = await gathered.open('host');
  const rep = await gathered.open('rep');
  await rep.enter();

  await test.step('whoever sits in the room stays, and is asked when they come again', async () => {
    await host.go('settings');
    await host.page.getByLabel('The words').fill('');
    await host.press('Save the pledge');
    await expect(host.page.getByLabel('The words')).toHaveAttribute('aria-invalid', 'true');
    await host.page.getByLabel('The words').fill('Not a word outside.\nNot one.');
    await host.press('Save the pledge');
    await host.sees('Saved. Everybody is asked again');
    await rep.page.reload();
    await rep.sees('Not a word outside.');
    await expect(rep.page).toHaveURL(/pledge/);
    await rep.press('Go on');
    await expect(rep.page.getByRole('checkbox')).toHaveAccessibleDescription(/Agree first/);
    await rep.page.getByRole('checkbox').check();
    await rep.press('Go on');
    await expect(rep.page).toHaveURL(/\/live$/);
    await rep.here();
  });

  await test.step('archived: everybody is out, nothing goes on, and it can be read', async () => {
    await host.go('settings');
    await host.press('Archive Thursday Lab');
    await host.page.getByRole('dialog').getByRole('button', { name: 'Archive Thursday Lab' }).click();
    await host.heading('This lab is archived');
    await inspect(host, 'an archived lab');
    await rep.sees('This lab is archived.');
    await rep.goHome();
    await rep.heading('This lab is archived');
    await expect(rep.page.getByRole('link', { name: /Bring a deal|lobby/i })).toHaveCount(0);
    await rep.go('bring');
    await expect(rep.page).toHaveURL(new RegExp(`${rep.labPath}$`));
  });

  await test.step('brought back, it goes on', async () => {
    await host.page.getByRole('link', { name: 'Bring it back' }).click();
    await host.press('Bring Thursday Lab back');
    await expect(host.page.getByRole('link', { name: /lobby/i }).first()).toBeVisible();
    await rep.enter();
  });
  for (const { name, mishaps } of [host, rep]) expect(mishaps, `${name}’s console`).toEqual([]);
});
