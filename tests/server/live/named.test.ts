import { expect, it } from 'vitest';
import { namedBy, namedIn } from '@/server/live/named';
import { HOST, REP, STRANGER, uid, World } from '../../support/session-world';

it('whom a report beside the session names as it is opened again, its state names too', () => {
  const world = new World();
  world.seats(world.brings(REP), 'commit');
  const commitmentId = world.makes(REP, 'commitment.make', { decision: 'move_on' });
  world.ok(HOST, 'session.end');
  const at = new Date(world.now).toISOString();
  // Of two reports beside it the first told the ladder.
  const told = uid(632);
  const ladder = Array.from({ length: 5 }, () => ({ answer: 'yes' as const }));
  const checkIn = { id: uid(631), by: STRANGER, outcome: 'moved_on', at } as const;
  world.reported = [{ commitmentId, checkIn, ladder, ladderBy: told }];
  const named = namedBy(world.ok(HOST, 'session.reopen'));
  for (const id of [STRANGER, told]) {
    expect(named).toContain(id);
    expect(namedIn(world.session.state)).toContain(id);
  }
});
