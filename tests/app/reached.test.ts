import { redirect } from 'next/navigation';
import { expect, it } from 'vitest';
import { reached, UNREACHED } from '@/app/reached';

const sent = (answer: () => unknown) => reached<unknown>(Promise.resolve().then(answer), () => UNREACHED);
const throws = (error: unknown) => () => {
  throw error;
};

it('gives what the server answers', async () => {
  expect(await sent(() => 'Saved.')).toBe('Saved.');
});

it('says in words that the server was not reached, or that its answer can’t be read', async () => {
  // As a browser's fetch fails without a network, and as Next.js refuses what a proxy says instead of the server.
  expect(await sent(throws(new TypeError('Failed to fetch')))).toBe(UNREACHED);
  expect(await sent(throws(new Error('An unexpected response was received from the server.')))).toBe(UNREACHED);
});

it('lets through what the server throws: a redirect, and a fault of its own', async () => {
  await expect(sent(() => redirect('/sign-in'))).rejects.toThrow('NEXT_REDIRECT');
  const fault = Object.assign(new Error('An error occurred in the Server Components render.'), { digest: '2271' });
  await expect(sent(throws(fault))).rejects.toBe(fault);
});
