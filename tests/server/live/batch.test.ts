import { expect, test } from 'vitest';
import { decideBatch, type Waiting } from '@/server/live/batch';
import { TurnWords } from '@/server/live/turn-words';
import { HOST, REP, SESSION, START, uid, World } from '../../support/session-world';

test('T8, S19: when a phase began and when it ends are counted from one reading of the clock', async () => {
  const world = new World();
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.start');
  let now = START + 60_000;
  const frame = {
    id: SESSION,
    labId: uid(700),
    number: 1,
    status: 'live',
    startsAt: START,
    durationMinutes: 90,
    callUrl: null,
    timeZone: 'UTC',
  } as const;
  const start: Waiting = {
    command: { id: uid(701), type: 'turn.start', data: { scenarioId } },
    actor: { id: HOST, role: 'host' },
    digest: 'one',
    reply: () => undefined,
  };
  const { events } = await decideBatch(
    {
      frame,
      state: world.session.state,
      words: new TurnWords(SESSION),
      // A clock that moves on whenever it is read.
      now: () => (now += 1_000),
      newId: world.newId,
      hostAwayMs: () => Promise.resolve(0),
      known: () => undefined,
      onFault: (error) => {
        throw error;
      },
    },
    [start],
  );
  const [event] = events;
  if (event?.type !== 'turn.started') throw new Error('The turn was not started.');
  expect(Date.parse(event.data.endsAt) - Date.parse(event.at)).toBe(180_000);
});
