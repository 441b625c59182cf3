import { expect, test } from './support/fixtures';
import { holdIdle } from './support/held';
import { Keyboard } from './support/keyboard';
import { unmarked } from './support/look';
import { LAPTOP, PHONE } from './support/person';

const STEP = 'Sit with Gareth and fill in the page.';
const OTHER = 'Ring finance first.';

test('a commitment that is being changed is there as it was written, until it goes out or is left', async ({
  gathered,
}) => {
  test.setTimeout(240_000);
  const { host, rep, peer, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'The plant', ask: 'Who signs?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of everyone) await person.enter();
  await host.press('Start the session');
  await host.press(/Seat Marisol/);
  for (const next of [/^Next: Clarify/, /^Start Coach|^Next: Coach/, /^Next: Commit/]) await host.press(next);
  const step = rep.page.getByLabel(/^Next step/);

  await test.step('made, and begun anew', async () => {
    await rep.commit('Change', STEP, '2035-12-31');
    await peer.page.setViewportSize(PHONE);
    await peer.page.getByRole('tab', { name: /^Coaching/ }).click();
    await expect(peer.page.locator('summary').filter({ hasText: 'Marisol has committed' })).toBeVisible();
    expect(await unmarked(peer.page), 'folds without a mark').toEqual([]);
    await peer.page.setViewportSize(LAPTOP);
    await rep.reload();
    await rep.sees('The room has it.');
    await rep.press('Change it');
    await expect(step, 'one goes on in what was written').toBeFocused();
    await expect(step).toHaveValue(STEP);
    await step.fill(OTHER);
    await rep.reload();
    await expect(step).toHaveValue(OTHER);
    await host.sees(STEP);
    await rep.page.getByLabel('By when').fill('2020-01-01');
    await step.press('Control+Enter');
    await expect(rep.page.getByRole('status').filter({ hasText: 'Not sent.' })).toHaveText(
      'Not sent. Choose today or a later day. What you wrote is kept.',
    );
    await expect(rep.page.getByLabel('By when')).toHaveAccessibleDescription(/Choose today or a later day\./);
    await expect(step).toHaveValue(OTHER);
  });

  await test.step('left as it was', async () => {
    await rep.press('Leave it as it was');
    await rep.sees('The room has it. You can change it until the session has ended.');
    await expect(rep.page.getByRole('button', { name: 'Change it' })).toBeFocused();
    await rep.reload();
    await rep.sees('The room has it.');
  });

  await test.step('said to who has come just before it', async () => {
    const letRest = await holdIdle(host);
    await host.reload();
    await rep.press('Change it');
    await rep.page.getByRole('radio', { name: /^Pursue/ }).check({ force: true });
    await rep.press('Commit in front of the room');
    await expect(host.page.getByRole('region', { name: 'The commitment' })).toContainText('Pursue');
    await letRest();
    await expect(host.page.getByRole('log', { name: 'Announcements' })).toContainText(
      'Marisol Vega has changed the commitment.',
    );
  });

  await test.step('begun once more when the turn ends, and sent after it', async () => {
    await rep.press('Change it');
    await expect(step).toHaveValue(STEP);
    await step.fill(OTHER);
    await host.press(/^End the turn/);
    await host.heading('Everyone has been heard');
    await rep.reload();
    await expect(step).toHaveValue(OTHER);
    await rep.page.getByRole('button', { name: 'Commit', exact: true }).click();
    await expect(step).toHaveCount(0);
    await rep.press('Change it');
    await expect(step, 'after the turn too').toBeFocused();
    await expect(step).toHaveValue(OTHER);
    await rep.press('Leave it as it was');
    await host.page.getByRole('button', { name: /Marisol Vega’s turn/ }).click();
    await expect(host.page.getByRole('dialog').getByText(OTHER)).toBeVisible();
    await host.page.keyboard.press('Escape');
  });

  await test.step('a takeaway is one line, which Enter sends', async () => {
    await host.press('Open the floor');
    await rep.page.getByLabel('Your takeaway, in one line').fill('Ask who signs.');
    await new Keyboard(rep).press('Enter');
    await host.sees('Ask who signs.');
  });
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
