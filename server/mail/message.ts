import type { SendMailOptions } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { readerOf } from '@/db/mail-choices';
import type { ReadMail } from '@/db/mail-facts';
import type { StoredMail } from '@/db/outbox';
import { letterHtml } from '@/domain/mail/html';
import { isChosen } from '@/domain/mail/kinds';
import { oneLine } from '@/domain/mail/letter';
import { letterOf } from '@/domain/mail/letters';
import { letterText } from '@/domain/mail/text';
import { makeOffLink } from './off-link';

export interface Sender {
  /** As configured: `Lab <lab@example.com>`. */
  from: string;
  /** The address that people open. */
  origin: string;
  /** Signs the links that turn a kind off. */
  secret: string;
}

/** A mail as it is handed over. Sent again after a crash, it has the same Message-ID: it is the same mail. */
export function messageOf(mail: StoredMail, read: ReadMail, { from, origin, secret }: Sender): SendMailOptions {
  const letter = letterOf(read.kind, read.facts, { origin, now: Date.now() });
  const reader = readerOf(mail);
  const token = reader && isChosen(mail.kind) ? makeOffLink(reader, mail.kind, secret) : undefined;
  const links = {
    ...(mail.userId ? { choices: `${origin}/me#mail` } : {}),
    ...(token ? { off: `${origin}/mail/off/${token}` } : {}),
  };
  const sender = senderOf(from);
  return {
    from: { name: oneLine(read.labName ?? sender.name), address: sender.address },
    to: { name: '', address: mail.to },
    subject: letter.subject,
    text: letterText(letter, links),
    html: letterHtml(letter, links),
    messageId: `<${mail.id}@${sender.address.split('@').at(-1) ?? 'whetstone'}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Readers of mail offer it beside the sender, and then ask by POST.
      ...(token
        ? {
            'List-Unsubscribe': { prepared: true, value: `<${origin}/api/mail/off/${token}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    // What people wrote is never a path or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function senderOf(from: string): { name: string; address: string } {
  const [first] = addressparser(from, { flatten: true });
  return { name: first?.name || 'Whetstone', address: first?.address ?? from };
}
