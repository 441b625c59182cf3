import { describe, expect, it } from 'vitest';
import { fromOwnPages } from '@/server/live/origin';

const may = (headers: Record<string, string>) => fromOwnPages({ headers }, 'https://lab.example.com');

describe('who may open a socket', () => {
  it('the pages of this site, as addressed, as forwarded, or as configured', () => {
    expect(may({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true);
    expect(may({ origin: 'https://a.example', host: '10.0.0.1', 'x-forwarded-host': 'a.example' })).toBe(true);
    expect(may({ origin: 'https://lab.example.com', host: '127.0.0.1:3000' })).toBe(true);
  });

  it('a client that is no browser', () => {
    expect(may({ host: 'localhost:3000' })).toBe(true);
  });

  it('no other site, a neighbour on the same domain neither', () => {
    expect(may({ origin: 'https://evil.example', host: 'lab.example.com' })).toBe(false);
    expect(may({ origin: 'https://blog.example.com', host: 'lab.example.com' })).toBe(false);
    expect(may({ origin: 'null', host: 'lab.example.com' })).toBe(false);
  });
});
