import { beforeEach, expect, test } from 'vitest';
import { GUEST, HOST, HOST_2, OBSERVER, REP, REP_2, uid, World } from '../support/session-world';

let world: World;
beforeEach(() => (world = new World()));

const floor = () => world.session.state.floor;
const ask = (by: string, body = 'Why do you care?') => world.makes(by, 'floor.ask', { body });

test('F1: a host opens and closes the floor; again nothing changes', () => {
  world.ok(HOST, 'session.start');
  world.ok(HOST, 'floor.open');
  expect(world.ok(HOST_2, 'floor.open')).toEqual([]);
  world.ok(HOST, 'floor.close');
  expect(world.ok(HOST_2, 'floor.close')).toEqual([]);
  expect(floor()).toMatchObject({ open: false, closed: true });
  world.ok(HOST, 'floor.open');
  expect(floor()).toMatchObject({ open: true, closed: false });
});

test('F2: a host asks at any time, a rep while the floor is open', () => {
  expect(world.refused(HOST, 'floor.ask', { body: 'Why?' }).code).toBe('wrong_status');
  world.ok(HOST, 'session.start');
  ask(HOST);
  expect(world.refused(REP, 'floor.ask', { body: 'Why?' }).code).toBe('wrong_phase');
  world.ok(HOST, 'floor.open');
  ask(REP);
  expect(floor().questions.map(({ sealed }) => sealed)).toEqual([false, false]);
});

test('F3: an observer asks one sealed question, also before the start', () => {
  ask(OBSERVER);
  expect(world.refused(OBSERVER, 'floor.ask', { body: 'And why?' }).code).toBe('conflict');
  world.ok(HOST, 'session.start');
  ask(GUEST);
  world.ok(HOST, 'session.close');
  expect(floor().questions).toMatchObject([
    { by: OBSERVER, sealed: true },
    { by: GUEST, sealed: true },
  ]);
  world.ok(HOST, 'floor.release', { questionId: floor().questions[0]!.id });
  expect(world.refused(OBSERVER, 'floor.ask', { body: 'And why?' }).code).toBe('conflict');
});

test('F4: releasing unseals for good, and stands where it was released', () => {
  const sealed = ask(OBSERVER);
  world.ok(HOST, 'session.start');
  const other = ask(HOST);
  const asked = floor().questions[0]!.at;
  world.now += 60_000;
  world.ok(HOST, 'floor.release', { questionId: sealed });
  expect(floor().questions).toMatchObject([
    { id: other },
    { id: sealed, sealed: false, by: OBSERVER, at: asked, releasedBy: HOST },
  ]);
  expect(world.ok(HOST_2, 'floor.release', { questionId: sealed })).toEqual([]);
  expect(world.refused(HOST, 'floor.release', { questionId: uid(777) })).toMatchObject({
    code: 'not_found',
    field: 'questionId',
  });
});

test('F5: hosts and reps answer what is not sealed, until the floor is closed', () => {
  const sealed = ask(OBSERVER);
  world.ok(HOST, 'session.start');
  const questionId = ask(HOST);
  expect(world.refused(REP, 'floor.answer', { questionId: sealed, body: 'A' }).code).toBe('not_found');
  world.ok(REP, 'floor.answer', { questionId, body: 'Because of Gareth.' });
  world.ok(HOST, 'floor.answer', { questionId, body: 'Because of you.' });
  world.ok(HOST, 'session.close');
  world.ok(REP_2, 'floor.answer', { questionId, body: 'It was my first.' });
  world.ok(HOST, 'floor.close');
  expect(world.refused(REP, 'floor.answer', { questionId, body: 'No.' }).code).toBe('wrong_phase');
  expect(
    floor()
      .questions.find(({ id }) => id === questionId)
      ?.answers.map(({ by }) => by),
  ).toEqual([REP, HOST, REP_2]);
});

test('F6: answers and takeaways sent again replace; the same words change nothing', () => {
  world.ok(HOST, 'session.start');
  const questionId = ask(HOST);
  world.ok(REP, 'floor.answer', { questionId, body: 'One' });
  expect(world.ok(REP, 'floor.answer', { questionId, body: ' One ' })).toEqual([]);
  world.ok(REP, 'floor.answer', { questionId, body: 'Two' });
  expect(floor().questions[0]?.answers).toMatchObject([{ by: REP, body: 'Two' }]);
  world.ok(REP, 'takeaway.leave', { body: 'Ask sooner' });
  expect(world.ok(REP, 'takeaway.leave', { body: 'Ask sooner' })).toEqual([]);
  world.ok(REP, 'takeaway.leave', { body: 'Ask at once' });
  world.ok(HOST, 'takeaway.leave', { body: 'Listen' });
  expect(world.session.state.takeaways.map(({ body }) => body)).toEqual(['Ask at once', 'Listen']);
});
