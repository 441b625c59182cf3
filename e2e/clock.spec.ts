import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { Person } from './support/person';

const MINUTES_WRONG = 14;

test('a device whose clock is 14 minutes wrong shows the same timer within a second', async ({ browser, server }) => {
  const { host, rep, invitations } = await gather(browser, server.url);
  await rep.bring({ title: 'One deal', ask: 'What now?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  const wrong: Person[] = [];
  for (const [name, minutes] of [
    ['Fast Felix', MINUTES_WRONG],
    ['Slow Sandra', -MINUTES_WRONG],
  ] as const) {
    const person = await Person.open(browser, server.url, name);
    await person.setClockWrongBy(minutes);
    await person.join(invitations.rep);
    expect(await person.minutesAhead()).toBeCloseTo(minutes, 0);
    wrong.push(person);
  }
  for (const person of [host, rep, ...wrong]) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  for (const person of [rep, ...wrong]) await person.sees('What now?');
  for (const person of wrong) {
    const [theirs, ours] = await Promise.all([person.secondsLeft(), host.secondsLeft()]);
    expect(ours).toBeGreaterThan(60);
    expect(Math.abs(theirs - ours), person.name).toBeLessThanOrEqual(1);
  }
});
