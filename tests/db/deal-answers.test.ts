import { expect, it } from 'vitest';
import { dealAnswers } from '@/db/deal-answers';
import { useTestDatabase } from '../support/database';
import { HOST, NEXT_SESSION, REP, SESSION, World } from '../support/session-world';
import { storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

it('a deal that came back as its session was opened again has no answer of the later session', async () => {
  const world = new World();
  const { next, session } = world;
  const scenarioId = world.brings(REP);
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'session.end');
  world.ok(HOST, 'session.reopen');
  world.seats(scenarioId);
  world.ok(HOST, 'session.close');
  const answers = (body: string, log = session) => {
    const questionId = world.makes(HOST, 'floor.ask', { body: 'Why do you care?' }, log);
    world.ok(REP, 'floor.answer', { questionId, body }, log);
  };
  answers('Because of the people there.');
  world.ok(HOST, 'session.end');
  world.now += 7 * 86_400_000;
  world.ok(HOST, 'session.start', {}, next);
  world.ok(HOST, 'session.close', {}, next);
  answers('About nothing that I brought.', next);
  await storeLab((id) => id);
  await storeHistory(SESSION, session);
  await storeHistory(NEXT_SESSION, next);
  expect(await dealAnswers(scenarioId)).toMatchObject([{ body: 'Because of the people there.', sessionNumber: 14 }]);
});
