import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveLab, restoreLab, savePledge } from '@/db/lab-settings';
import { membershipIn } from '@/db/labs';
import { useTestDatabase } from '../../support/database';
import { hostOf } from '../../support/guests';
import { addOutsider, makeLab } from '../../support/lab';
import type { LiveClient } from '../../support/live-client';
import { startLive, type LiveServer } from '../../support/live-server';
import { openMeeting } from '../../support/meeting';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

const codeOf = (connecting: Promise<LiveClient>) =>
  connecting.then(
    () => 'let in',
    (error: Error) => error.message,
  );

describe('a lab that is archived', () => {
  it('sends everybody out of its rooms, lets nobody in and takes no command, until it is brought back', async () => {
    const lab = await makeLab({}, { public: true });
    const rep = await server.connect(lab.reps[0]!, lab);
    const host = await hostOf(lab);
    expect(await archiveLab(host)).toBe('archived');
    await server.live.labArchived(lab.labId);
    await rep.until(() => rep.byes.includes('archived'), 'the goodbye');
    expect(await codeOf(server.connect(lab.reps[0]!, lab))).toBe('archived');
    expect(await codeOf(server.connect(await addOutsider(), lab))).toBe('not_found');
    const command = { id: crypto.randomUUID(), type: 'session.cancel', data: {} };
    expect(await server.live.execute(lab.sessionId, host.userId, command)).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: expect.stringMatching(/archived/) },
    });
    await restoreLab((await membershipIn(host.userId, lab.labId))!);
    expect(await codeOf(server.connect(lab.reps[0]!, lab))).toBe('let in');
  });

  it('sends them out by the next comparison, where another server did it and no doorbell rang', async () => {
    const lab = await makeLab();
    const rep = await server.connect(lab.reps[0]!, lab);
    await archiveLab(await hostOf(lab));
    await server.live.compare();
    await rep.until(() => rep.byes.includes('archived'), 'the goodbye');
  });
});

describe('a new pledge', () => {
  it('lets those in the live room sit, and asks them when they come again', async () => {
    const { lab, host, rep } = await openMeeting(server);
    await savePledge((await membershipIn(host.you!.id, lab.labId))!, 'Not a word outside.');
    await server.live.compare();
    await rep.does('contribution.add', { kind: 'advice', body: 'Ask who signs.' });
    expect(rep.byes).toEqual([]);
    const again = lab.reps.find(({ id }) => id === rep.you!.id)!;
    expect(await codeOf(server.connect(again, lab))).toBe('pledge_required');
  });
});
