import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventsOfTurn } from '@/db/session-log';
import { TurnWords } from '@/server/live/turn-words';
import { useTestDatabase } from '../../support/database';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

it('W6: words that were read from the log, and are heard of afterwards, are there once', async () => {
  const { lab, host, rep, turnId } = await openMeeting(server);
  await rep.does('contribution.add', { kind: 'advice', body: 'Ask who signs.' });
  await host.does('turn.end');
  const words = new TurnWords(lab.sessionId);
  const read = await words.whole(turnId);
  expect(read!.contributions).toHaveLength(1);
  const events = await eventsOfTurn(lab.sessionId, turnId);
  words.note(events);
  expect(await words.whole(turnId)).toEqual(read);
  const said = events.find(({ type }) => type === 'contribution.added')!;
  const late = { ...said, seq: events.at(-1)!.seq + 5, data: { ...said.data, id: crypto.randomUUID() } } as typeof said;
  words.note([late, late]);
  expect((await words.whole(turnId))!.contributions).toHaveLength(2);
});
