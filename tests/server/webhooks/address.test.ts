import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPublic, publicLookup, unfitness } from '@/server/webhooks/address';

const PRIVATE = [
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '192.0.0.8', '198.18.0.1', '240.0.0.1', '192.0.2.1'],
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
  ...['::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'not an address', ''],
];
const PUBLIC = ['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'];

describe('an address', () => {
  it.each(PRIVATE)('%s is none of the public internet', (address) => expect(isPublic(address)).toBe(false));
  it.each(PUBLIC)('%s is of the public internet', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    ['https://crm.example.com/hook', undefined],
    ['http://crm.example.com/hook', 'not_https'],
    ['https://me:secret@crm.example.com/', 'credentials'],
    ['ftp://crm.example.com/', 'not_web'],
    ['file:///etc/passwd', 'not_web'],
    ['https://127.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://[::7f00:1]/', 'private'],
    ['https://[2606:4700::1111]/', undefined],
    ['https://169.254.169.254/latest/meta-data/', 'private'],
    ['https://localhost/', 'private'],
    ['https://LOCALHOST./', 'private'],
    ['https://db.internal/', 'private'],
    ['https://8.8.8.8/', undefined],
  ])('%s is %s', (address, why) => expect(unfitness(address, false)).toBe(why));

  it('may be a private one, and http, where the operator allows it; never with a password', () => {
    expect(unfitness('http://127.0.0.1:8080/', true)).toBeUndefined();
    expect(unfitness('http://me:secret@127.0.0.1/', true)).toBe('credentials');
    expect(unfitness('ftp://127.0.0.1/', true)).toBe('not_web');
  });
});

describe('a name that is connected to', () => {
  const look = (name: string) =>
    new Promise<string | LookupAddress[] | undefined>((resolve, reject) =>
      publicLookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
    );

  it('must not lead into a private network, whatever it is called', async () => {
    await expect(look('localhost')).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  });
});
