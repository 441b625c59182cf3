import { writeFile } from 'node:fs/promises';
import { openMailBox } from '@/tests/support/mail-box';
import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { inspect } from './support/look';
import { RunningServer } from './support/server';
import { openPast, zoneByDay } from './support/time';

const ADVICE = 'Write the one page that he would carry upstairs.';
const STEP = 'Sit with Gareth and fill in the page.';
const WHY = 'Why do you care so much about this one deal?';
const BECAUSE = 'Because Gareth stood up for me in a meeting I was not in.';
const NOTE = 'Gareth carried it up himself. Finance asked for the pilot’s numbers.';

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
    await peer.bring({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });

    await test.step('one deal is coached and committed to, the other is not reached', async () => {
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
      await host.sees('Next on the hot seat');
      await host.pressAndConfirm('Open the floor', 'Open the floor');
      await host.pressAndConfirm(/^Release/, /release/i);
      await rep.answer(BECAUSE);
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
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
      expect(box.mails.some(({ subject }) => /deal/i.test(subject ?? ''))).toBe(false);
      await past.passes(45);
      expect(await mailTo(peer, /1 deal|one deal/i)).toContain('The plant that loves us');
      expect(await mailTo(peer, /You’re first/)).toContain('Renewal went quiet');
    });

    await test.step('the mail on the day leads to the check-in, and records nothing by itself', async () => {
      const due = await mailTo(rep, /^Due today/);
      expect(due).toContain(STEP);
      const link = /https?:\/\/\S*\/check-in\/\S*o=advanced/.exec(due)![0];
      await rep.page.goto(new URL(link).href.slice(new URL(link).origin.length));
      await rep.heading('You said you would. Did it move?');
      await expect(rep.page.getByRole('radio', { name: /Advanced/ })).toBeChecked();
      await rep.page.getByLabel('In a line, what happened').fill(NOTE);
      const answers = ['Yes', 'Yes', 'Yes', 'No', 'No'] as const;
      for (const [rung, answer] of answers.entries()) {
        const choices = rep.page.getByRole('group', { name: `Rung ${rung + 1}:` });
        await choices.getByRole('radio', { name: answer, exact: true }).check();
      }
      await inspect(rep, 'check in');
      await rep.press('Record it');
      await rep.sees('Recorded.');
      await rep.goHome();
      await rep.sees(NOTE);
      await rep.page.getByRole('link', { name: 'The plant that loves us' }).first().click();
      await rep.sees(NOTE);
      await inspect(rep, 'a deal’s page');
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
      for (const person of [host, peer]) await person.sees(STEP);
      await host.sees('Advanced');
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
      await peer.sees('Every commitment of last time was asked about.');
      await host.page.getByRole('button', { name: 'Back to the room' }).first().click();
      await host.sees('Next on the hot seat');
    });
    await test.step('the deal is won: why its rep had cared comes back', async () => {
      await rep.goHome();
      await rep.page.getByRole('link', { name: 'The plant that loves us' }).first().click();
      await rep.sees('Next check-in.');
      await rep.seesNo(/Now that it is over/);
      await rep.page.getByRole('link', { name: 'Check in now' }).click();
      await rep.heading('You said you would. Did it move?');
      await rep.page.getByRole('radio', { name: /Won/ }).check();
      await rep.press('Record it');
      await rep.sees(/Now that it is over. In the closing round Marisol was asked/);
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

/** Today, as a date field takes it, on the lab's clock. */
function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}
