import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { confirmAddress } from '@/app/(public)/email/[token]/actions';
import EmailPage from '@/app/(public)/email/[token]/page';
import { sqlClient } from '@/db/connection';
import { askToConfirm } from '@/db/email-links';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { makeAccount } from '../support/people';

useTestDatabase();
beforeEach(() => openFace({ mail: { look: vi.fn() } } as unknown as Face));

test('a form that was sent without scripts says on its page that the address is confirmed', async () => {
  const { id, email } = await makeAccount();
  await askToConfirm({ userId: id, email });
  const [mail] = await sqlClient()<
    { token: string }[]
  >`select data ->> 'token' as token from outbox where "to" = ${email}`;
  const page = async () => renderToStaticMarkup((await EmailPage({ params: Promise.resolve(mail!) })) as ReactElement);
  expect(await page()).toContain('Confirm the address');
  const form = new FormData();
  form.set('token', mail!.token);
  expect(await confirmAddress({}, form)).toEqual({ done: true });
  const after = await page();
  expect(after).toContain('The address is confirmed.');
  expect(after).not.toContain('closed');
});
