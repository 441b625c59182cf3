import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { append, type Appended } from '@/db/append';
import { failureOf } from '@/db/errors';
import { Changes, project } from '@/db/projections';
import { commandsIn, eventsAfter, eventsOfTurn, headsOf, loadState } from '@/db/session-log';
import { readSnapshot, saveSnapshot } from '@/db/snapshots';
import { sqlClient } from '@/db/connection';
import {
  emptySession,
  EVENT_VERSION,
  fold,
  type NewEvent,
  type SessionEvent,
  type SessionState,
} from '@/domain/session';
import { useTestDatabase } from '../support/database';
import { aDeal } from '../support/deals';
import { makeLab, type TestLab } from '../support/lab';

useTestDatabase();

const AT = '2026-11-26T16:00:00.123Z';

/** Appends what one command makes, as the pipeline would. */
async function tell(lab: TestLab, before: SessionState, by: string | null, made: NewEvent[], command = randomUUID()) {
  let state = before;
  const events = made.map((one, index) => {
    const event = { ...one, seq: before.seq + 1 + index, at: AT, by, command } as SessionEvent;
    state = fold(state, event);
    return event;
  });
  const changes = new Changes();
  project({ sessionId: lab.sessionId, labId: lab.labId, after: state, events, changes });
  const rows: Appended[] = events.map((event, part) => ({ sessionId: lab.sessionId, event, part, digest: 'd' }));
  await append(rows, changes);
  return state;
}

function submitted(id: string, repId: string, more: object = {}): NewEvent {
  const data = { ...aDeal(), id, repId, pipelineHostsOnly: false, seconds: [], carriedWeeks: 0, ...more };
  return { type: 'scenario.submitted', data: { ...data, standing: { lastSeatAt: null, coached: 0 } } } as NewEvent;
}

const started = (turnId: string, scenarioId: string, repId: string): NewEvent => ({
  type: 'turn.started',
  data: { id: turnId, turnId, scenarioId, repId, phase: 'coach', endsAt: AT },
});
const said = (id: string, turnId: string, body = 'Ask.'): NewEvent => ({
  type: 'contribution.added',
  data: { id, turnId, kind: 'advice', body },
});
const rowsOf = (table: string, lab: TestLab) =>
  sqlClient().unsafe(`select * from ${table} where session_id = $1`, [lab.sessionId]);

describe('the log', () => {
  it('R8: gives back what was appended, to the millisecond', async () => {
    const lab = await makeLab();
    const command = randomUUID();
    const state = await tell(lab, emptySession(), lab.reps[0]!.id, [submitted(newId(), lab.reps[0]!.id)], command);
    const [event] = await eventsAfter(lab.sessionId, 0);
    expect(event).toMatchObject({ seq: 1, at: AT, by: lab.reps[0]!.id, command, type: 'scenario.submitted' });
    expect((await loadState(lab.sessionId)).state).toEqual(state);
    expect(await headsOf([lab.sessionId])).toEqual(new Map([[lab.sessionId, { seq: 1, at: AT }]]));
    expect(await commandsIn(lab.sessionId, [command, randomUUID()])).toEqual(
      new Map([[command, { by: lab.reps[0]!.id, digest: 'd', seq: 1 }]]),
    );
  });

  it('W9, W6: refuses a seq, and a command, that it has; nothing else is stored then', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const command = randomUUID();
    const before = await tell(lab, emptySession(), rep, [submitted(newId(), rep)], command);
    const raced = await tell(lab, emptySession(), rep, [submitted(newId(), rep)]).catch(failureOf);
    const repeated = await tell(lab, before, rep, [submitted(newId(), rep)], command).catch(failureOf);
    const foreign = await tell(lab, before, rep, [submitted(newId(), randomUUID())]).catch(failureOf);
    expect([raced, repeated, foreign]).toEqual(['raced', 'repeated', 'content']);
    expect(await rowsOf('scenarios', lab)).toHaveLength(1);
    expect(await rowsOf('events', lab)).toHaveLength(1);
  });

  it('W17: an event of a later version is not read', async () => {
    const lab = await makeLab();
    await tell(lab, emptySession(), lab.hosts[0]!.id, [{ type: 'floor.opened', data: {} }]);
    await sqlClient()`update events set v = ${EVENT_VERSION + 1} where session_id = ${lab.sessionId}`;
    await expect(eventsAfter(lab.sessionId, 0)).rejects.toThrow(/version/);
  });

  it('finds the events of one turn', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const [scenario, turn] = [newId(), newId()];
    const state = await tell(lab, emptySession(), rep, [submitted(scenario, rep), started(turn, scenario, rep)]);
    await tell(lab, state, rep, [{ type: 'takeaway.left', data: { body: 'Ask sooner.' } }, said(newId(), turn)]);
    const types = (await eventsOfTurn(lab.sessionId, turn)).map(({ type }) => type);
    expect(types).toEqual(['turn.started', 'contribution.added']);
  });
});

describe('snapshots', () => {
  it('are used with the rest of the log, and only those of today’s fold', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const first = await tell(lab, emptySession(), rep, [submitted(newId(), rep)]);
    await saveSnapshot(lab.sessionId, first);
    const second = await tell(lab, first, rep, [submitted(newId(), rep)]);
    expect(await loadState(lab.sessionId)).toMatchObject({ state: second, savedAt: 1, tail: [{ seq: 2 }] });
    await sqlClient()`update snapshots set fold_version = 0 where session_id = ${lab.sessionId}`;
    expect(await readSnapshot(lab.sessionId)).toBeUndefined();
    expect(await loadState(lab.sessionId)).toMatchObject({ state: second, savedAt: 0 });
  });

  it('are never replaced by an older one', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const first = await tell(lab, emptySession(), rep, [submitted(newId(), rep)]);
    const second = await tell(lab, first, rep, [submitted(newId(), rep)]);
    await saveSnapshot(lab.sessionId, second);
    await saveSnapshot(lab.sessionId, first);
    expect((await readSnapshot(lab.sessionId))?.seq).toBe(2);
  });
});

describe('what is projected from the log', () => {
  it('R9, R10: a deal in the room’s words, and what is for its rep and the hosts apart from it', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const pipeline = { otherLiveDeals: 0, lifeOrDeath: 5, note: 'Nothing else', hostsOnly: true };
    const id = newId();
    await tell(lab, emptySession(), rep, [submitted(id, rep, { pipeline, pipelineHostsOnly: true })]);
    const [row] = await rowsOf('scenarios', lab);
    expect(row).toMatchObject({
      title: 'Acme renewal',
      stands: 'waiting',
      other_live_deals: null,
      pipeline_note: null,
    });
    expect(JSON.stringify(row)).not.toContain('backlog');
    const [kept] = await sqlClient()`select ladder, pipeline from scenario_private where scenario_id = ${id}`;
    expect(kept).toMatchObject({ pipeline, ladder: [{ evidence: 'Their backlog doubled' }, {}, {}, {}, {}] });
  });

  it('one batch that adds, edits, marks and withdraws leaves each row once, as it stands at the end', async () => {
    const lab = await makeLab();
    const rep = lab.reps[0]!.id;
    const [scenario, turn, kept, gone] = [newId(), newId(), newId(), newId()];
    const state = await tell(lab, emptySession(), rep, [
      submitted(scenario, rep),
      started(turn, scenario, rep),
      said(kept, turn),
      said(gone, turn, 'Never mind.'),
      { type: 'contribution.edited', data: { contributionId: kept, turnId: turn, body: 'Ask who signs.' } },
      { type: 'contribution.withdrawn', data: { contributionId: gone, turnId: turn } },
      { type: 'contribution.pinned', data: { contributionId: kept, turnId: turn, on: true } },
    ]);
    const words = () => sqlClient()`
      select body, edited, pinned, helpful, gone from contributions where session_id = ${lab.sessionId} order by id`;
    expect(await words()).toEqual([
      { body: 'Ask who signs.', edited: true, pinned: true, helpful: false, gone: null },
      { body: '', edited: false, pinned: false, helpful: false, gone: 'withdrawn' },
    ]);
    await tell(lab, state, rep, [
      { type: 'contribution.pinned', data: { contributionId: kept, turnId: turn, on: false } },
      { type: 'contribution.marked_helpful', data: { contributionId: kept, turnId: turn, on: true } },
      { type: 'turn.ended', data: { turnId: turn, leftMs: 5 } },
    ]);
    expect((await words())[0]).toMatchObject({ pinned: false, helpful: true, edited: true, body: 'Ask who signs.' });
    expect((await rowsOf('scenarios', lab))[0]).toMatchObject({ stands: 'heard' });
    expect((await rowsOf('turns', lab))[0]).toMatchObject({ ended_at: expect.any(String), votes: 0, reveal: null });
  });

  it('R11: a sealed question is in no table before its release', async () => {
    const lab = await makeLab();
    const [host, observer] = [lab.hosts[0]!.id, lab.observers[0]!.id];
    const questionId = newId();
    const asked = { type: 'floor.asked', data: { id: questionId, body: 'Why?', sealed: true } } satisfies NewEvent;
    const state = await tell(lab, emptySession(), observer, [asked]);
    expect(await rowsOf('floor_questions', lab)).toEqual([]);
    await tell(lab, state, host, [
      { type: 'floor.released', data: { questionId, body: 'Why?', askedBy: observer, askedAt: AT } },
      { type: 'floor.answered', data: { questionId, body: 'Because.' } },
    ]);
    expect(await rowsOf('floor_questions', lab)).toMatchObject([{ asked_by: observer, body: 'Why?' }]);
    const answers = await sqlClient()`select user_id, body from floor_answers where question_id = ${questionId}`;
    expect(answers).toEqual([{ user_id: host, body: 'Because.' }]);
  });
});
