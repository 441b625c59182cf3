import { beforeAll, expect, it } from 'vitest';
import { calendarByToken, calendarOfSession, makeFeed } from '@/db/calendar-feeds';
import { guestLinkByToken } from '@/db/guests';
import { upcomingSessions } from '@/db/lab-home';
import { membershipIn } from '@/db/labs';
import { removeMember } from '@/db/members';
import { publicLab, savePublicPage } from '@/db/public-lab';
import { sessionPlace, sessionPlaceForGuest } from '@/db/session-place';
import { scheduleSession, setLabCall } from '@/db/session-schedule';
import { useTestDatabase } from '../support/database';
import { hostOf, makeGuestLink } from '../support/guests';
import { addOutsider, makeLab, type TestLab } from '../support/lab';

useTestDatabase();

const LABS = 'https://meet.example/thursday?pwd=a-secret';
const OWN = 'tel:+442079460000';
const CALLS = /meet\.example|a-secret|442079460000/;

/** A lab with a call and a public page: its first session uses that call, the second has its own. */
let lab: TestLab;
let own: string;
beforeAll(async () => {
  lab = await makeLab();
  const host = await hostOf(lab);
  own = (await scheduleSession(host, {
    startsAt: new Date(Date.now() + 86_400_000),
    durationMinutes: 90,
    callUrl: OWN,
  }))!;
  await setLabCall(host, LABS);
  await savePublicPage(host, { about: 'Every Thursday.', shown: true });
});

it('a session’s own call comes before the lab’s: in the room, on lab home, in calendars', async () => {
  const rep = (await membershipIn(lab.reps[0]!.id, lab.labId))!;
  const places = await Promise.all([lab.sessionId, own].map((id) => sessionPlace(rep.userId, id)));
  expect(places.map((place) => place?.callUrl)).toEqual([LABS, OWN]);
  expect((await upcomingSessions(rep)).map(({ callUrl }) => callUrl)).toEqual([LABS, OWN]);
  const feed = await calendarByToken(await makeFeed(rep));
  expect(feed?.sessions.map(({ callUrl }) => callUrl)).toEqual([LABS, OWN]);
});

it('who came by a guest’s link finds it in that one room, and not before they are in', async () => {
  const link = await guestLinkByToken(await makeGuestLink(lab));
  expect(link?.state).toBe('open');
  expect(JSON.stringify(link)).not.toMatch(CALLS);
  expect((await sessionPlaceForGuest(lab.sessionId))?.callUrl).toBe(LABS);
});

it('is never told to outsiders: not by the public page, a room, a calendar, nor once they are removed', async () => {
  const shown = await publicLab(lab.labId);
  expect(shown?.about).toBe('Every Thursday.');
  expect(JSON.stringify(shown)).not.toMatch(CALLS);
  const outsider = await addOutsider();
  const gone = (await membershipIn(lab.reps[1]!.id, lab.labId))!;
  const feed = await makeFeed(gone);
  expect(await calendarByToken(feed)).toBeDefined();
  expect(await removeMember(await hostOf(lab), gone.userId)).toMatchObject({ outcome: 'changed' });
  expect(await calendarByToken(feed)).toBeUndefined();
  for (const userId of [outsider.id, gone.userId]) {
    for (const sessionId of [lab.sessionId, own]) {
      expect(await sessionPlace(userId, sessionId)).toBeUndefined();
      expect(await calendarOfSession(userId, sessionId)).toBeUndefined();
    }
  }
});
