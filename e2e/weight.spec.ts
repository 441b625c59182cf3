import { gzipSync } from 'node:zlib';
import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

/** What the browser may have to load before the room stands, in kB of gzipped JavaScript. */
const LIMIT_KB = 220;
/** Lab home has no more to load than the framework's 131 kB and what it shows. */
const LIMIT_HOME_KB = 175;
/** So many letters are well above those from which on a script asks to be compiled while it is loaded (`scripts/build.mjs`). */
const LARGE = 20_000;

test(`the first load of the live room is at most ${LIMIT_KB} kB of JavaScript, gzipped`, async ({ gathered }) => {
  test.setTimeout(300_000);
  const { host, rep, observer } = await gathered.all();
  await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  const weights: Record<string, number> = {};
  await rep.goHome();
  const home = await weigh(rep, 'Renewal went quiet');
  console.log(`${home.toFixed(1).padStart(7)} kB  lab home`);
  expect(home, 'lab home').toBeLessThanOrEqual(LIMIT_HOME_KB);
  await rep.enter();
  weights['the lobby, for a rep'] = await weigh(rep, 'Renewal went quiet');
  await host.enter();
  weights['the lobby, for a host'] = await weigh(host, 'Renewal went quiet');
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await host.sees('Wait?');
  weights['a turn, for a host'] = await weigh(host, 'Wait?');
  weights['a turn, on the hot seat'] = await weigh(rep, 'Wait?');
  await observer.enter();
  weights['a turn, listening in'] = await weigh(observer, 'Wait?');
  for (const [screen, kB] of Object.entries(weights)) console.log(`${kB.toFixed(1).padStart(7)} kB  ${screen}`);
  for (const [screen, kB] of Object.entries(weights)) expect(kB, screen).toBeLessThanOrEqual(LIMIT_KB);
});

/** Loads the page anew until it shows a text; gives what scripts came for that, in kB gzipped. */
async function weigh(person: Person, shows: string): Promise<number> {
  const { page } = person;
  // What is fetched once the browser is idle comes after the first load.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await person.reload();
  await person.sees(shows);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = [...new Set(loaded.filter((name) => new URL(name).pathname.endsWith('.js')))];
  expect(scripts.length).toBeGreaterThan(3);
  const bodies = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
  const large = bodies.filter((body) => body.length > LARGE);
  expect(large.length).toBeGreaterThan(1);
  for (const body of large) expect(body.slice(0, 40), 'compiled beside the page').toMatch(/^\/\/# allFunctions/);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}
