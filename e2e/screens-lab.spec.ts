import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';

const LONG = `${'A very long title that says what is stuck, to whom, and since when, '.repeat(2)}`.slice(0, 140);
const LAB = 'The Thursday lab of the north-western regions';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

test('the screens between sessions, at four sizes and in both themes', async ({ gathered }) => {
  test.setTimeout(300_000);
  const { host, rep, peer, observer, everyone } = await gathered.all();
  everyone.forEach(heedWarnings);
  await host.go('settings');
  await host.page.getByLabel('Name of the lab').fill(LAB);
  await host.press('Save the name');
  await host.sees('Saved.');
  await rep.bring({ title: LONG, ask: 'What now? '.repeat(30), answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] });
  await peer.bring({ title: UNBROKEN, ask: UNBROKEN, answers: ['Yes', 'No', 'No', 'No', 'No'] });

  await rep.goHome();
  await rep.sees(UNBROKEN);
  await inspect(rep, 'lab home, for a rep');
  await observer.goHome();
  await observer.sees(UNBROKEN);
  await inspect(observer, 'lab home, for an observer');
  await rep.go('bring');
  await rep.press(/^Put it in/);
  await expect(rep.page.getByLabel('Name the deal in one line')).toBeFocused();
  await inspect(rep, 'bring a stuck deal');
  await host.go('members');
  await host.heading('Members');
  await inspect(host, 'members');

  await rep.enter();
  await rep.sees(UNBROKEN);
  await inspect(rep, 'the lobby, for a rep');
  await host.enter();
  await host.sees(UNBROKEN);
  await inspect(host, 'the lobby, for a host');
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await host.heading(LONG);
  await host.pressAndConfirm('End session', 'End the session');
  await rep.heading(/has ended/);
  await expect(rep.page).toHaveTitle(`Ended · ${LAB}`);
  await expect(rep.page.getByRole('main')).toBeFocused();
  await inspect(rep, 'the end');
  await host.recap();
  await host.heading(LONG);
  await inspect(host, 'the recap');
  await host.goHome();
  await host.sees('Heard lately');
  await inspect(host, 'lab home, after a session');
  for (const { name, mishaps } of everyone) expect(mishaps, `${name}’s console`).toEqual([]);
});
