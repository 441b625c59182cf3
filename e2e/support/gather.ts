import type { Browser } from '@playwright/test';
import { Person } from './person';

/** A host who has just set up a lab, two reps and an observer who have joined it, each in a browser of their own. */
export async function gather(browser: Browser, baseURL: string) {
  const host = await Person.open(browser, baseURL, 'Ruth Adeyemi');
  await host.firstRun('Thursday Lab');
  const invitations = { rep: await host.invite('rep'), observer: await host.invite('observer') };
  const rep = await Person.open(browser, baseURL, 'Marisol Vega');
  await rep.join(invitations.rep);
  const peer = await Person.open(browser, baseURL, 'Devon Okafor');
  await peer.join(invitations.rep);
  const observer = await Person.open(browser, baseURL, 'Ellen Marsh');
  await observer.join(invitations.observer);
  return { invitations, host, rep, peer, observer, everyone: [host, rep, peer, observer] };
}
