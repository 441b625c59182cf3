import { afterAll, beforeAll, beforeEach } from 'vitest';
import { sqlClient } from '@/db/connection';
import { openMailBox, type MailBox } from './mail-box';

/** One mail box for the tests of a file; it and the outbox are empty when each begins. */
export function useMailBox(): MailBox {
  const box = {} as MailBox;
  beforeAll(async () => {
    Object.assign(box, await openMailBox());
  });
  afterAll(() => box.close());
  beforeEach(async () => {
    await sqlClient()`delete from outbox`;
    box.mails.length = 0;
  });
  return box;
}
