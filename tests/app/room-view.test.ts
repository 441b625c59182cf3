import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, presenceChanged, welcomed } from '@/app/sessions/[id]/live/connection/room-view';
import type { Welcome } from '@/domain/wire';

const REP = { id: 'rep', name: 'Marisol Vega', role: 'rep' as const };
const HOST = { id: 'host', name: 'Ruth Adeyemi', role: 'host' as const };
const SINCE = '2026-12-03T16:58:00.000Z';

function welcome(rest: Partial<Welcome> = {}): Welcome {
  return { you: REP, seq: 3, serverTime: '2026-12-03T17:00:00.000Z', presence: [REP], people: [REP, HOST], ...rest };
}

describe('W18: since when no host is there', () => {
  it('is what the welcome says, until somebody comes who runs the meeting', () => {
    const told = { ...EMPTY_VIEW, ...welcomed(welcome({ hostAwaySince: SINCE })) };
    expect(told.hostAwaySince).toBe(Date.parse(SINCE));
    expect(presenceChanged(told, { joined: [{ ...REP, id: 'other' }], left: [] }).hostAwaySince).toBe(
      Date.parse(SINCE),
    );
    expect(presenceChanged(told, { joined: [HOST], left: [] }).hostAwaySince).toBeUndefined();
  });

  it('is not forgotten with a welcome that does not say it, and is over with one that names a host', () => {
    const told = { ...EMPTY_VIEW, ...welcomed(welcome({ hostAwaySince: SINCE })) };
    expect({ ...told, ...welcomed(welcome()) }.hostAwaySince).toBe(Date.parse(SINCE));
    expect({ ...told, ...welcomed(welcome({ presence: [REP, HOST] })) }.hostAwaySince).toBeUndefined();
  });
});
