import { expect, test } from './support/fixtures';
import { Keyboard } from './support/keyboard';

const STEP = 'Sit with Gareth and fill in the page.';
const OTHER = 'Ring finance first.';

test('a commitment that is being changed is there as it was written, until it goes out or is left', async ({
  gathered,
}) => {
  test.setTimeout(240_000);
  const { host, rep, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'The plant', ask: 'Who signs?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of everyone) await person.enter();
  await host.press('Start the session');
  await host.press(/Seat Marisol/);
  for (const next of [/^Next: Clarify/, /^Start Coach|^Next: Coach/, /^Next: Commit/]) await host.press(next);
  const step = rep.page.getByLabel(/^Next step/);

  await test.step('made, and begun anew', async () => {
    await rep.commit('Change', STEP, '2035-12-31');
    await rep.reload();
    await rep.sees('The room has it.');
    await rep.press('Change it');
    await step.fill(OTHER);
    await rep.reload();
    await expect(step).toHaveValue(OTHER);
    await host.sees(STEP);
  });

  await test.step('left as it was', async () => {
    await rep.press('Leave it as it was');
    await rep.sees('The room has it. You can change it until the session has ended.');
    await rep.reload();
    await rep.sees('The room has it.');
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
