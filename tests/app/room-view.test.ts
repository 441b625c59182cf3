import { describe, expect, it } from 'vitest';
import {
  drawn,
  EMPTY_VIEW,
  presenceChanged,
  welcomed,
  type RoomView,
} from '@/app/sessions/[id]/live/connection/room-view';
import type { Welcome } from '@/domain/wire';
import { HOST as RUTH, HOST_2, REP as MARISOL, REP_2, World } from '../support/session-world';

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

it('knows who put the queue in another order last, once that is seen to happen', () => {
  const world = new World();
  const [first, second] = [MARISOL, REP_2].map((rep) => world.brings(rep));
  let view: RoomView = { ...EMPTY_VIEW, state: world.session.state };
  const sees = (by: string, type: string, data: object) => {
    view = { ...view, ...drawn(view, world.ok(by, type, data)).change };
    return view.sorted?.by;
  };
  expect(sees(MARISOL, 'scenario.second', { scenarioId: second })).toBeUndefined();
  expect(sees(RUTH, 'queue.move', { scenarioId: second, to: 0 })).toBe(RUTH);
  const before = view.sorted;
  expect(sees(MARISOL, 'scenario.second', { scenarioId: second, on: false })).toBe(RUTH);
  expect(view.sorted).toBe(before);
  expect(sees(RUTH, 'queue.move', { scenarioId: second, to: 1 })).toBe(RUTH);
  expect(view.sorted).not.toBe(before);
  world.ok(RUTH, 'session.start');
  view = { ...view, state: world.session.state };
  expect(sees(HOST_2, 'scenario.defer', { scenarioId: first })).toBe(HOST_2);
  // What was seen already, or comes again, is no news.
  const later = view.sorted;
  expect(drawn(view, world.session.events).change).toBeUndefined();
  expect(view.sorted).toBe(later);
});
