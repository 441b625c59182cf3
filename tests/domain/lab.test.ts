import { expect, test } from 'vitest';
import { callLink, callText, callWhole, isPhoneCall } from '@/domain/call';
import { newCall, newInvitation, newPhases, newSchedule } from '@/domain/lab';

const call = (callUrl: string) => newCall.safeParse({ callUrl });

test('a call is a link of the web, or a number to ring', () => {
  expect(call(' https://meet.example/lab ').data).toEqual({ callUrl: 'https://meet.example/lab' });
  for (const [typed, link] of [
    ['+44 (0)20 7946-0958', 'tel:+4402079460958'],
    ['tel:+442079460958', 'tel:+442079460958'],
    ['+1 646 558 8656,,98765432#', 'tel:+16465588656,,98765432%23'],
    ['+1 646 558 8656; 98765432#,,*123#', 'tel:+16465588656,98765432%23,,*123%23'],
    ['(212) 555-0100 ext 5', 'tel:2125550100;ext=5'],
    ['(212) 555-0100 x5', 'tel:2125550100;ext=5'],
    ['tel:+12125550100;ext=12', 'tel:+12125550100;ext=12'],
  ] as const) {
    // It stays as it was typed, to be read; its link rings.
    expect(call(typed).data).toEqual({ callUrl: typed });
    expect(callLink(typed)).toBe(link);
    expect(isPhoneCall(typed)).toBe(true);
  }
  expect(callLink('https://meet.example/lab')).toBe('https://meet.example/lab');
  expect(call('').data).toEqual({ callUrl: null });
  for (const bad of [
    'javascript:alert(1)',
    'http://meet.example',
    'meet.example',
    'https://',
    'https://zoom.us/j/1 2',
    'https://meet.example/lab\tpass',
    '12',
    '-----',
    '+1 646 558 8656 #',
    '(212) 555-0100 ext five',
    'ftp://a.example',
  ]) {
    expect(call(bad).success, bad).toBe(false);
  }
  expect(callText('https://meet.example/lab/')).toBe('meet.example/lab');
  expect(callText('tel:+442079460958')).toBe('+442079460958');
  expect(callWhole('https://meet.example/lab/')).toBe('https://meet.example/lab/');
  expect(callWhole('(212) 555-0100 ext 5')).toBe('(212) 555-0100 ext 5');
});

test('a schedule has its days once and in order, and none that there is not', () => {
  const typed = {
    fromDay: '2026-11-23',
    everyWeeks: '2',
    weekday: '4',
    localTime: '9:30',
    timeZone: 'Europe/London',
    durationMinutes: '90',
  };
  const parsed = newSchedule.parse({ ...typed, skipped: '2026-12-31,2026-12-24,2026-12-31,' });
  expect(parsed).toMatchObject({ everyWeeks: 2, localTime: '09:30', skipped: ['2026-12-24', '2026-12-31'] });
  expect(newSchedule.parse(typed).skipped).toEqual([]);
  expect(newSchedule.parse({ ...typed, timeZone: 'europe/london' }).timeZone).toBe('Europe/London');
  for (const bad of [{ skipped: '2026-02-30' }, { everyWeeks: '3' }, { timeZone: 'Middle/Earth' }, { fromDay: '' }]) {
    const [issue] = newSchedule.safeParse({ ...typed, ...bad }).error?.issues ?? [];
    expect(issue?.path, JSON.stringify(bad)).toEqual(Object.keys(bad));
  }
});

test('a number is typed in digits, and refused by its field otherwise', () => {
  expect(newPhases.parse({ present: ' 3 ', clarify: '05', coach: '120', commit: '1' })).toEqual({
    present: 3,
    clarify: 5,
    coach: 120,
    commit: 1,
  });
  for (const typed of ['1e2', '0x10', '2.0', '-1', '+3', '', '9'.repeat(400), '0', undefined]) {
    const phases = newPhases.safeParse({ present: '3', clarify: typed, coach: '10', commit: '2' });
    expect(
      phases.error?.issues.map(({ path }) => path),
      typed,
    ).toEqual([['clarify']]);
    const link = newInvitation.safeParse({ role: 'rep', days: '7', maxUses: typed });
    expect(
      link.error?.issues.map(({ path }) => path),
      typed,
    ).toEqual([['maxUses']]);
  }
});
