import { expect, test } from './support/fixtures';

const MINUTES_WRONG = 14;

test('a device whose clock is 14 minutes wrong shows the same timer within a second', async ({ gathered }) => {
  const { host, rep, peer: fast, observer: slow } = await gathered.all();
  await rep.hasBrought({ title: 'One deal', ask: 'What now?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  await fast.setClockWrongBy(MINUTES_WRONG);
  await slow.setClockWrongBy(-MINUTES_WRONG);
  for (const person of [host, rep, fast, slow]) await person.enter();
  expect(await fast.minutesAhead()).toBeCloseTo(MINUTES_WRONG, 0);
  expect(await slow.minutesAhead()).toBeCloseTo(-MINUTES_WRONG, 0);
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  for (const person of [rep, fast, slow]) await person.sees('What now?');
  for (const person of [fast, slow]) {
    const [theirs, ours] = await Promise.all([person.secondsLeft(), host.secondsLeft()]);
    expect(ours).toBeGreaterThan(60);
    expect(Math.abs(theirs - ours), person.name).toBeLessThanOrEqual(1);
  }
});
