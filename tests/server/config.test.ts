import { describe, expect, it } from 'vitest';
import { readConfig } from '@/server/config';

const read = (variables: Record<string, string>) => readConfig({ NODE_ENV: 'test', ...variables });

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      dataDir: '.data',
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      commandRate: { count: 40, seconds: 10 },
    });
  });

  it('takes an empty variable as none, and the address from the port', () => {
    expect(read({ PORT: '4100', DATABASE_URL: ' ', REDIS_URL: '' })).toMatchObject({
      publicUrl: 'http://localhost:4100',
      databaseUrl: undefined,
      redisUrl: undefined,
    });
    expect(read({ PUBLIC_URL: 'https://lab.example.com/' }).publicUrl).toBe('https://lab.example.com');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://host/name'],
    ['DATABASE_POOL', '1'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'mail.example.com'],
    ['MAIL_FROM', 'Lab lab@example.com'],
    ['PUBLIC_URL', 'our.lab'],
    ['OIDC_ISSUER', 'http://id.example.com'],
    ['OIDC_ISSUER', 'id.example.com'],
    ['NEXTAUTH_SECRET', 'short'],
    ['COMMAND_RATE', '40 in 10'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s with a sentence that names it and hides its value', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} should be .+\\.$`));
    if (value.length > 3) expect(() => read({ [name]: value })).not.toThrow(value);
  });

  it('takes a provider whole or not at all, and with the address that it sends people back to', () => {
    const whole = {
      OIDC_ISSUER: 'https://id.example.com/',
      OIDC_CLIENT_ID: 'lab',
      OIDC_CLIENT_SECRET: 'kept',
      PUBLIC_URL: 'https://lab.example.com',
    };
    expect(read(whole).oidc).toEqual({
      issuer: 'https://id.example.com',
      clientId: 'lab',
      clientSecret: 'kept',
      name: 'id.example.com',
    });
    expect(read({ ...whole, OIDC_NAME: 'Edgework' }).oidc?.name).toBe('Edgework');
    expect(read({}).oidc).toBeUndefined();
    for (const missing of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const) {
      expect(() => read({ ...whole, [missing]: '' })).toThrow(new RegExp(`^${missing} should be set too`));
    }
  });
});
