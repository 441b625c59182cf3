import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { openMailBox } from '@/tests/support/mail-box';
import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { inspect } from './support/look';
import { pagesOf, printedUnder } from './support/paper';
import { lettersIn, withoutSpaces } from './support/pdf-text';
import { RunningServer } from './support/server';
import { openPast, zoneByDay } from './support/time';

const ADVICE = 'Write the one page that he would carry upstairs.';
const STEP = 'Sit with Gareth and fill in the page.';
const WHY = 'Why do you care so much about this one deal?';
const BECAUSE = 'Because Gareth stood up for me in a meeting I was not in.';
const SEEN = 'The CFO’s office asked for a date.';
const NOTE = 'Gareth carried it up himself. Finance asked for the pilot’s numbers.';

/** Heights (px), over the length of a page. */
const ROOM_ABOVE = Array.from({ length: 12 }, (_, at) => (at + 1) * 80);

/** Some of these words are many, as after a long turn. */
async function longer(words: Locator): Promise<void> {
  await words.last().evaluate((one) => {
    for (let count = 0; count < 40; count += 1) one.after(one.cloneNode(true));
    one.closest('section')?.classList.add('flows');
  });
}

test('what was promised is asked about again, by mail, check-in and roll call; its author hears; what waited is carried', async ({
  browser,
}, info) => {
  test.setTimeout(480_000);
  const [box, past] = await Promise.all([openMailBox(), openPast()]);
  const zone = zoneByDay();
  const server = await RunningServer.start({ DATABASE_URL: past.databaseUrl, SMTP_URL: box.url });
  const mailTo = async (reader: { email: string }, subject: RegExp) => {
    const find = () =>
      box.mails.find(
        (mail) => JSON.stringify(mail.to ?? '').includes(reader.email) && subject.test(mail.subject ?? ''),
      );
    // What comes due is looked for every minute.
    await expect.poll(() => find()?.subject ?? '', { timeout: 150_000 }).toMatch(subject);
    return find()!.text ?? '';
  };
  try {
    const { host, rep, peer, observer } = await gather(browser, server.url, { timezoneId: zone });
    await rep.bring({
      title: 'The plant that loves us',
      ask: 'How do I reach the CFO?',
      answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'],
    });
    await rep.hasBrought({ title: 'The clinic', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
    await peer.bring({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });

    await test.step('one deal is coached, two are committed to, and one is not reached', async () => {
      await peer.page.goto('/me');
      await peer.page.getByRole('switch', { name: 'Recap, by mail' }).click();
      await peer.sees('Saved.');
      for (const person of [host, rep, peer, observer]) await person.enter();
      await observer.page.getByLabel('Your one question, sealed').fill(WHY);
      await observer.press('Hand it to the hosts');
      await host.press('Start the session');
      await host.press(/Start the first turn|Seat Marisol/);
      await host.press(/^Next: Clarify/);
      await host.press(/^Open the vote/);
      await peer.vote(['Yes', 'Yes', 'Not sure', 'No', 'No']);
      await host.press(/^Reveal/);
      await host.press(/^Start Coach/);
      await peer.say(ADVICE, 'Advice');
      await rep.sees(ADVICE);
      await rep.marksHelpful(ADVICE);
      await peer.sees('Marisol marked this helpful');
      await host.press(/^Next: Commit/);
      await rep.page.getByRole('region', { name: 'What you marked helpful' }).getByRole('checkbox').check();
      await rep.commit('Change', STEP, dayIn(zone));
      await host.press(/^End the turn/);
      await host.press(/^Seat Marisol/);
      for (const phase of ['Clarify', 'Coach', 'Commit']) await host.press(new RegExp(`^Next: ${phase}`));
      await rep.commit('Pursue', 'Ask who signs at the clinic.', dayIn(zone, 7));
      await host.press(/^End the turn/);
      await host.sees('Next on the hot seat');
      await host.pressAndConfirm('Open the floor', 'Open the floor');
      await host.pressAndConfirm(/^Release/, /release/i);
      await rep.answer(BECAUSE);
      await observer.recap();
      await observer.sees('Written after every turn, final once a host ends the session.');
      for (const text of [STEP, ADVICE, BECAUSE]) await observer.sees(text);
      await host.pressAndConfirm('End session', 'End the session');
      await host.heading(/has ended/);
    });

    await test.step('the recap is copied, printed, and mailed to who wants it, once it is final', async () => {
      await observer.page.goto(host.page.url());
      await observer.recap();
      await observer.sees(STEP);
      await observer.press(/Copy as/);
      expect(await observer.page.evaluate(() => navigator.clipboard.readText())).toContain(STEP);
      const pdf = await observer.page.pdf({ preferCSSPageSize: true, format: 'A4' });
      await writeFile(info.outputPath('recap.pdf'), pdf);
      const pages = lettersIn(pdf);
      expect(pages.length).toBeLessThanOrEqual(2);
      const onPaper = ['The plant that loves us', 'Marisol Vega', STEP, ADVICE, WHY, BECAUSE, 'Renewal went quiet'];
      for (const text of onPaper) expect(pages.join('')).toContain(withoutSpaces(text));
      for (const text of ['Copy as Markdown', 'My notes', 'About this session'])
        expect(pages.join('')).not.toContain(withoutSpaces(text));
      // Wherever the page ends, how many were marked and the first of them are on one page.
      const kept = observer.page.locator('.recap .kept .voice').first();
      await kept.evaluate((one) => (one.textContent = Array(6).fill(one.textContent).join(' ')));
      for (const under of await printedUnder(observer.page.locator('.recap .page-head'), ROOM_ABOVE)) {
        const [counted, words] = pagesOf(under, ['1 marked helpful', ADVICE]);
        expect(counted).toBe(words);
      }
      // One with many words begins where the page has room.
      await longer(observer.page.locator('.recap .kept .words'));
      const many = lettersIn(await observer.page.pdf({ preferCSSPageSize: true, format: 'A4' }));
      expect(many.length).toBeGreaterThan(2);
      expect(many[0]).toContain(withoutSpaces(ADVICE));
      expect(box.mails.some(({ subject }) => /deal/i.test(subject ?? ''))).toBe(false);
      await past.passes(45);
      expect(await mailTo(peer, /2 deals|two deals/i)).toContain('The plant that loves us');
      expect(await mailTo(peer, /You’re first/)).toContain('Renewal went quiet');
    });

    const storageState = await rep.page.context().storageState();
    const begun = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
    await test.step('the mail on the day leads to the check-in, and records nothing by itself', async () => {
      const due = await mailTo(rep, /^Due today/);
      expect(due).toContain(STEP);
      const link = /https?:\/\/\S*\/check-in\/\S*o=advanced/.exec(due)![0];
      await rep.page.goto(new URL(link).href.slice(new URL(link).origin.length));
      await rep.heading('You said you would. Did it move?');
      await expect(rep.page.getByRole('radio', { name: /Advanced/ })).toBeChecked();
      await begun.goto(rep.page.url());
      await rep.page.getByLabel('In a line, what happened').fill('Gareth has the page.');
      const answers = ['Yes', 'Yes', 'Yes', 'No', 'No'] as const;
      for (const [rung, answer] of answers.entries()) {
        const choices = rep.page.getByRole('group', { name: `Rung ${rung + 1}:` });
        await choices.getByRole('radio', { name: answer, exact: true }).check();
      }
      // With scripts and without: what is too long says so itself, and is still there to be shortened.
      for (const page of [rep.page, begun]) {
        const seen = page.getByLabel('Evidence for rung 3');
        const long = SEEN.padEnd(1001, '.');
        await seen.evaluate((field) => field.removeAttribute('maxlength'));
        await seen.fill(long);
        await page.getByRole('button', { name: 'Record it' }).click();
        await expect(page.getByText('Rung 3: At most 1,000 characters.')).toBeVisible();
        await expect(seen).toHaveAccessibleDescription('At most 1,000 characters.');
        await expect(seen).toHaveAttribute('aria-invalid', 'true');
        await expect(seen).toBeFocused();
        await expect(seen).toHaveValue(long);
        await seen.fill(page === begun ? '' : SEEN);
      }
      await inspect(rep, 'check in');
      await rep.press('Record it');
      await rep.sees('Recorded.');
    });

    await test.step('what was begun before that is shown it first, without scripts too, and loses nothing', async () => {
      const line = begun.getByLabel('In a line, what happened');
      await line.fill('Gareth rang.');
      await begun.getByRole('button', { name: 'Record it' }).click();
      await expect(begun.getByRole('alert')).toContainText('Not recorded yet');
      await expect(begun.locator('form').getByText('Gareth has the page.')).toBeVisible();
      await expect(line).toHaveValue('Gareth rang.');
      await expect(begun.getByRole('radio', { name: /Advanced/ })).toBeChecked();
      await begun.getByRole('button', { name: 'Record it' }).click();
      await expect(begun.getByText('Recorded.')).toBeVisible();
      await expect(begun.locator('section', { hasText: 'So far' }).getByText('Gareth rang.')).toBeVisible();
      await begun.context().close();
    });

    await test.step('who is no host any more keeps what they had begun to report, without scripts too', async () => {
      const role = host.page.getByLabel(`Role of ${peer.name}`);
      const gives = (name: string) =>
        Promise.all([
          host.page.waitForResponse((answer) => answer.request().method() === 'POST'),
          role.selectOption(name),
        ]);
      await host.go('members');
      await gives('Host');
      const bare = await browser.newContext({
        storageState: await peer.page.context().storageState(),
        javaScriptEnabled: false,
      });
      const page = await bare.newPage();
      await page.goto(rep.page.url());
      await page.getByLabel('In a line, what happened').fill('Gareth rang me.');
      await page.getByRole('radio', { name: /Won/ }).check();
      const home = await bare.newPage();
      await home.goto(page.url().replace(/\/check-in\/.*/, ''));
      const begun = home.locator('li.check-in', { hasText: 'The plant that loves us' });
      await begun.getByText('Change it, or add a line, the ladder or a look back').click();
      await begun.getByLabel('In a line', { exact: true }).fill('Gareth rang at noon.');
      await gives('Rep');
      await begun.getByRole('button', { name: 'Save' }).click();
      await expect(home.getByRole('alert')).toHaveText('Only its rep and the hosts say what became of it.');
      await expect(home.getByLabel('In a line, what happened')).toHaveValue('Gareth rang at noon.');
      await expect(begun).toBeHidden();
      await page.getByRole('button', { name: 'Record it' }).click();
      await expect(page.getByRole('alert')).toContainText('Only its rep and the hosts say what became of it.');
      await expect(page.getByLabel('In a line, what happened')).toHaveValue('Gareth rang me.');
      await expect(page.getByRole('radio', { name: /Won/ })).toBeChecked();
      await expect(page.getByText(STEP)).toBeHidden();
      await page.goto(rep.page.url());
      await expect(page.getByRole('button', { name: 'Record it' })).toBeHidden();
      await bare.close();
    });

    await test.step('a line is added on lab home; the climb, and what was seen, stand on the deal’s page', async () => {
      await rep.goHome();
      await rep.sees('Rung 3 closed. Lowest open rung now: 4.');
      await rep.page.getByText('Change it, or add a line, the ladder or a look back').click();
      await rep.page.getByLabel('In a line', { exact: true }).fill(NOTE);
      await rep.press('Save');
      await rep.sees('Saved.');
      await rep.page.getByRole('link', { name: 'The plant that loves us' }).first().click();
      await rep.heading('The ladder, then and now');
      for (const shown of ['.ladder-columns .hd >> nth=-1', '.ladder-columns .st']) {
        await expect(rep.page.locator(shown)).toBeInViewport({ ratio: 0.99 });
      }
      await rep.sees(NOTE);
      await rep.sees(/^Rung 3 closed\./);
      await rep.seesNo(SEEN);
      await rep.page.getByText('What was seen or heard, rung by rung').last().click();
      await rep.sees(SEEN);
      await inspect(rep, 'a deal’s page');
      await rep.page.getByText('What was seen or heard, rung by rung').last().click();
      await rep.seesNo(SEEN);
      // On paper what was seen is told, and the ladders stand under their heading wherever the page ends.
      for (const under of await printedUnder(rep.page.locator('.life-halves > :first-child'), ROOM_ABOVE)) {
        const [heading, statement, seen] = pagesOf(under, ['The ladder, then and now', 'They know it.', SEEN]);
        expect(statement).toBe(heading);
        expect(seen).not.toBe(-1);
      }
      await longer(rep.page.locator('.life-coaching > .con'));
      const pages = lettersIn(await rep.page.pdf({ format: 'A4' }));
      const pageOf = (text: string) => pages.findIndex((letters) => letters.includes(withoutSpaces(text)));
      expect(pageOf('On the hot seat')).toBe(pageOf('What became of it'));
      expect(pageOf(ADVICE)).toBe(pageOf('On the hot seat'));
      expect(pages.length).toBeGreaterThan(pageOf('On the hot seat') + 1);
    });

    await test.step('whose words were used is told, and nobody else', async () => {
      await past.passes(45);
      const told = await mailTo(peer, /^Marisol Vega used your words/);
      expect(told).toContain(ADVICE);
      expect(told.replace(/\s+/g, ' ')).toContain(NOTE);
      expect(box.mails.filter(({ subject }) => /used your words/.test(subject ?? ''))).toHaveLength(1);
    });

    await test.step('next week’s roll call has it, and the queue what was carried over', async () => {
      for (const person of [host, rep, peer]) await person.enter();
      await host.sees('Renewal went quiet');
      await host.press('Start the session');
      await host.heading(/Roll call|last time/i);
      for (const person of [host, peer]) {
        await person.press(/The plant that loves us/);
        await person.sees(STEP);
        await person.sees(/^(Last \w+day|On \w+day \d+ \w+), in front of this room, Marisol Vega said$/);
        await person.sees('Read out, not asked again.');
        for (const text of ['Advanced', NOTE, 'The climb since', 'Rung 3 closed', `closed since: ${SEEN}`])
          await person.sees(text);
      }
      await peer.sees('Devon Okafor is first: Renewal went quiet');
      await host.press(/Start the first turn|Seat Devon/);
      await peer.sees('Wait?');
    });

    await test.step('it is there again between turns, for whoever was not heard or was heard wrong', async () => {
      await host.press('More about this turn');
      await host.page.getByRole('menuitem', { name: /Put off/ }).click();
      await host.confirm(/put/i);
      await host.sees('One of last time’s commitments is not asked about yet.');
      await host.press('Back to the roll call');
      await host.page.getByRole('radio', { name: /No change/ }).click();
      await host.sees(/Recorded as No change/i);
      await inspect(host, 'the roll call again');
      await host.press('Say where the ladder stands now');
      const yes = host.page.getByRole('group', { name: 'Rung 1:' }).getByRole('radio', { name: 'Yes', exact: true });
      await yes.check();
      await host.press('Not now');
      await host.press('Go on with the ladder you began');
      await expect(yes, 'what was begun and not kept waits').toBeChecked();
      await host.page.keyboard.press('Escape');
      await peer.sees('Every commitment of last time was asked about.');
      await host.page.getByRole('button', { name: 'Back to the room' }).first().click();
      await host.sees('Next on the hot seat');
      const heard = peer.page.getByRole('log', { name: 'Announcements' });
      await expect(heard).toContainText('Marisol Vega, The clinic: No change.');
      await peer.page.reload();
      await expect(heard, 'who enters hears what the room does').toContainText('The turn has ended.');
      await expect(heard, 'and not what was said before').not.toContainText('No change');
    });
    await test.step('the deal is won: why its rep had cared comes back', async () => {
      await rep.goHome();
      await rep.page.getByRole('link', { name: 'The plant that loves us' }).first().click();
      await rep.sees('Next check-in.');
      await rep.seesNo(/Now that it is over/);
      await rep.page.getByRole('link', { name: 'Check in now' }).click();
      await rep.heading('You said you would. Did it move?');
      const back = rep.page.getByRole('radiogroup', { name: /^Looking back/ });
      await expect(back).toBeHidden();
      await rep.page.getByRole('radio', { name: /Won/ }).check();
      await back.getByRole('radio', { name: '4', exact: true }).check();
      await rep.press('Record it');
      await rep.sees(/This deal is already reported won on/);
      await rep.sees(/Now that it is over. In the closing round of session \d+ Marisol was asked/);
      for (const text of [WHY, BECAUSE]) await rep.sees(text);
      await rep.goHome();
      await rep.page.getByRole('link', { name: 'The plant that loves us' }).first().click();
      await rep.sees(/Now that it is over/);
      await inspect(rep, 'a deal that is over');
    });
    for (const person of [host, rep, peer, observer]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
  } finally {
    await server.stop();
    await past.close();
    await box.close();
  }
});

/** Today, or so many days from now, as a date field takes it, on the lab's clock. */
function dayIn(timeZone: string, days = 0): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() + days * 86_400_000);
}
