import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { lobbyFacts } from '@/db/lobby';
import { HOST, OBSERVER, REP, SESSION } from '../support/session-world';
import { useTestDatabase } from '../support/database';
import { LAB, storeLab } from '../support/stored-lab';

useTestDatabase();

describe('what the lobby shows', () => {
  beforeAll(() => storeLab((id) => `Member ${id.slice(-2)}`));

  it('is who is in the lab, with their role and when they agreed to the pledge', async () => {
    await sqlClient()`update members set pledged_at = null where user_id = ${OBSERVER}`;
    await sqlClient()`update members set pledged_at = '2026-09-03T10:00:00.25Z' where user_id = ${HOST}`;
    const { members, pledge, timeZone, due } = await lobbyFacts(LAB, SESSION);
    const of = (id: string) => members.find((member) => member.id === id);
    expect(of(HOST)).toEqual({ id: HOST, name: 'Member 01', role: 'host', pledgedAt: '2026-09-03T10:00:00.250Z' });
    expect(of(OBSERVER)).toMatchObject({ role: 'observer', pledgedAt: null });
    expect(of(REP)).toMatchObject({ role: 'rep' });
    expect({ pledge, timeZone, due }).toEqual({
      pledge: 'It stays in the lab.',
      timeZone: 'Europe/Stockholm',
      due: [],
    });
  });
});
