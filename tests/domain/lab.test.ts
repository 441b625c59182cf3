import { expect, test } from 'vitest';
import { callLink, callText, isPhoneCall } from '@/domain/call';
import { newCall, newSchedule } from '@/domain/lab';

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
  for (const bad of [{ skipped: '2026-02-30' }, { everyWeeks: '3' }, { timeZone: 'Middle/Earth' }, { fromDay: '' }]) {
    expect(newSchedule.safeParse({ ...typed, ...bad }).success, JSON.stringify(bad)).toBe(false);
  }
});
