import type { Browser } from '@playwright/test';
import { Person } from './person';

/** A host who has just set up a lab, two reps and an observer who have joined it, each in a browser of their own. */
export async function gather(browser: Browser, baseURL: string) {
  const host = await Person.open(browser, baseURL, 'Ruth Adeyemi');
  await host.firstRun('Thursday Lab');
  const forReps = await host.invite('rep');
  const forObservers = await host.invite('observer');
  const rep = await Person.open(browser, baseURL, 'Marisol Vega');
  await rep.join(forReps);
  const peer = await Person.open(browser, baseURL, 'Devon Okafor');
  await peer.join(forReps);
  const observer = await Person.open(browser, baseURL, 'Ellen Marsh');
  await observer.join(forObservers);
  return { host, rep, peer, observer, everyone: [host, rep, peer, observer] };
}
