import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailBox {
  url: string;
  /** What arrived, in order; the same one twice if it came twice. */
  mails: ParsedMail[];
  /** Resolves once `count` different mails are there. */
  has: (count: number) => Promise<ParsedMail[]>;
  /** What the server answers to the next recipients, instead of taking them. */
  refuse: (code: number | undefined) => void;
  close: () => Promise<void>;
}

/** A real SMTP server, which keeps what it takes. */
export async function openMailBox(): Promise<MailBox> {
  const mails: ParsedMail[] = [];
  const listeners = new Set<() => void>();
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      done(refusal === undefined ? null : Object.assign(new Error('not here'), { responseCode: refusal }));
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
          for (const listener of listeners) listener();
        },
        // Whoever is killed leaves in the middle of a sentence: that is no mail.
        () => done(new Error('half a mail')),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    has: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (new Set(mails.map(({ messageId }) => messageId)).size < count) return;
          listeners.delete(look);
          resolve(mails);
        };
        listeners.add(look);
        look();
      }),
    refuse: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
