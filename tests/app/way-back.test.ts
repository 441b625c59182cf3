import { NextRequest } from 'next/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { currentPerson } from '@/app/current-person';
import { openFace, type Face } from '@/server/face';
import { readConfig } from '@/server/config';
import { proxy } from '../../proxy';

const asked = { headers: new Headers() };
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(asked.headers),
  cookies: () => Promise.resolve(new Map()),
}));

beforeEach(() => void openFace({ config: readConfig({ NODE_ENV: 'test' }) } as unknown as Face));

/** What the pages are told of a request for an address. */
function behindProxy(address: string, headers: Headers = new Headers()): Headers {
  const told = proxy(new NextRequest(new URL(address, 'http://localhost'), { headers })).headers;
  const names = told.get('x-middleware-override-headers')?.split(',') ?? [];
  return new Headers(names.map((name): [string, string] => [name, told.get(`x-middleware-request-${name}`) ?? '']));
}

/** What Next does with an action that is sent to another page than its own: it asks itself for its page's pattern. */
function handedOn(headers: Headers, pattern: string): Headers {
  const forwarded = new Headers(headers);
  forwarded.set('x-action-forwarded', '1');
  return behindProxy(pattern, forwarded);
}

const ledTo = (next: string) => ({ digest: expect.stringContaining(`;/sign-in?next=${encodeURIComponent(next)};`) });

test('who is not signed in signs in, and comes back', async () => {
  asked.headers = behindProxy('/labs/thursday-lab/history?q=procurement', new Headers({ 'x-path': '/elsewhere' }));
  await expect(currentPerson()).rejects.toMatchObject(ledTo('/labs/thursday-lab/history?q=procurement'));
});

test('an action that waited while the page changed comes back to an address, never to a pattern', async () => {
  asked.headers = handedOn(behindProxy('/labs/thursday-lab'), '/labs/[lab]/bring');
  await expect(currentPerson()).rejects.toMatchObject(ledTo('/labs/thursday-lab'));
});

test('an action that waited until one was led to sign in leaves the way back as it was', async () => {
  asked.headers = handedOn(behindProxy('/sign-in?next=%2Flabs%2Fthursday-lab%2Fbring'), '/labs/[lab]/bring');
  await expect(currentPerson()).rejects.toMatchObject(ledTo('/labs/thursday-lab/bring'));
});
