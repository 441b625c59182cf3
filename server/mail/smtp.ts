import { createTransport, type SendMailOptions } from 'nodemailer';

export interface MailServer {
  /** Resolves once the mail server has taken the mail. */
  hand: (message: SendMailOptions) => Promise<void>;
  close: () => void;
}

/** The mail server at an address such as smtps://user:password@host:465. A connection a mail: none grows stale. */
export function openMailServer(url: string): MailServer {
  const transport = createTransport(url, {});
  Object.assign(transport.options, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return {
    hand: async (message) => {
      await transport.sendMail(message);
    },
    close: () => transport.close(),
  };
}

/** Whether the mail server has refused this reader or this mail for good; what is wrong with us is worth another try. */
export function refusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = (error ?? {}) as { responseCode?: number; command?: string };
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** What of an error may stand in a log: never an address, and no words. */
export function toldOf(error: unknown): { code?: string | undefined; response?: number | undefined } {
  const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number };
  return { code, response: responseCode };
}

/** An address of which nobody learns whose it is: `m…@coldline.example`. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${[...local][0] ?? ''}…@${domain}`;
}
