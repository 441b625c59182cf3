import { renderToReadableStream } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import RecapPage from '@/app/sessions/[id]/recap/page';
import { recapOf } from '@/domain/recap';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { heldSession } from '../support/held-session';
import { HOST, REP, REP_2, World } from '../support/session-world';

const here = vi.hoisted(() => ({ viewer: '', recap: undefined as unknown }));
const LAB = { slug: 'thursday-lab', name: 'Thursday Lab', pledge: 'It stays here.', timeZone: 'UTC' };
vi.mock('@/app/sessions/[id]/place', () => ({
  placeFor: async () => ({
    person: { id: here.viewer },
    place: { id: 'here', pledged: true, role: 'rep', number: 1, startsAt: new Date(0).toISOString(), lab: LAB },
  }),
}));
vi.mock('@/db/recap', () => ({
  sessionRecap: async () => ({ recap: here.recap, name: () => FORMER_MEMBER, inTheRoom: 3 }),
}));
vi.mock('@/app/lab-bar', () => ({ LabBar: () => null }));
vi.mock('@/app/notes/notes-part', () => ({ NotesPart: () => null }));

/** What the recap page of a session says to somebody. */
async function pageFor(viewer: string, world: World): Promise<string> {
  Object.assign(here, { viewer, recap: recapOf(world.session.events) });
  const stream = await renderToReadableStream(await RecapPage({ params: Promise.resolve({ id: 'here' }) }));
  await stream.allReady;
  return (await new Response(stream).text()).replaceAll('<!-- -->', '');
}

it('who has not committed is led to the room where it takes that, and told when it will while a turn is under way', async () => {
  const [now, later] = [
    '>Commit in the room, until the session ends<',
    'Once the turn under way is over you can commit',
  ];
  const world = new World();
  world.seats(world.brings(REP), 'commit');
  world.ok(HOST, 'turn.end');
  const says = async (viewer: string) => {
    const page = await pageFor(viewer, world);
    return [now, later].map((words) => page.includes(words));
  };
  expect(await says(REP)).toEqual([true, false]);
  expect(await says(REP_2)).toEqual([false, false]);
  world.seats(world.brings(REP_2));
  expect(await says(REP)).toEqual([false, true]);
  world.ok(HOST, 'session.close');
  expect(await says(REP)).toEqual([true, false]);
  world.ok(HOST, 'session.end');
  expect(await says(REP)).toEqual([false, false]);
});

it('whoever left begins a line with a capital, as everybody does', async () => {
  const { world } = heldSession();
  world.ok(HOST, 'session.reopen');
  world.ok(REP, 'takeaway.leave', { body: 'Ask sooner.' });
  world.ok(HOST, 'session.end');
  const page = await pageFor(REP, world);
  expect(page.match(/>a former member/g)).toBeNull();
  // The deal that was heard, its two answers, a takeaway, a deal that waits, and two of the roll call.
  expect(page.match(/>A former member/g)).toHaveLength(7);
});

it('a turn with many words flows over the pages of paper, and one with few stays whole', async () => {
  const world = new World();
  for (const count of [2, 30]) {
    world.seats(world.brings(REP), 'coach');
    for (let said = 0; said < count; said += 1) {
      world.ok(HOST, 'contribution.pin', {
        contributionId: world.says(REP_2, { body: 'Ask. '.repeat(said ? 20 : 170) }),
      });
    }
    world.ok(HOST, 'turn.end');
  }
  const page = await pageFor(REP, world);
  expect(page.match(/class="turn[\w ]*"/g)).toEqual(['class="turn"', 'class="turn flows"']);
  expect(page.match(/class="words[\w ]*"/g)?.slice(0, 2)).toEqual(['class="words flows"', 'class="words"']);
});
