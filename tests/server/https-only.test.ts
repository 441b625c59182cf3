import { ServerResponse, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { signInCookieName, signInCookieOptions } from '@/server/auth';
import { readConfig } from '@/server/config';
import { askForHttps } from '@/server/https-only';

function served(publicUrl: string) {
  const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL: publicUrl });
  const response = new ServerResponse({} as IncomingMessage);
  askForHttps(response, config);
  const keys = { config, authSecret: 'not asked for' };
  return {
    transport: response.getHeader('strict-transport-security'),
    cookie: signInCookieName(keys),
    secure: signInCookieOptions(keys).secure,
  };
}

describe('the address that people open', () => {
  it('where it is https, is https from then on, and so is the sign-in', () => {
    expect(served('https://lab.example.com')).toEqual({
      transport: 'max-age=31536000',
      cookie: '__Secure-next-auth.session-token',
      secure: true,
    });
  });

  it('where it is http, promises nothing', () => {
    expect(served('http://localhost:3000')).toEqual({
      transport: undefined,
      cookie: 'next-auth.session-token',
      secure: false,
    });
  });
});
