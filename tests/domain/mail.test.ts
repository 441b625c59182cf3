import { describe, expect, it } from 'vitest';
import type { LabChange } from '@/domain/mail/data';
import type { MailFacts } from '@/domain/mail/facts';
import { letterHtml } from '@/domain/mail/html';
import { MAIL_KINDS, type MailKind } from '@/domain/mail/kinds';
import { letterOf } from '@/domain/mail/letters';
import { MAIL_NAMES } from '@/domain/mail/names';
import { letterText } from '@/domain/mail/text';

const NOW = Date.parse('2026-12-02T17:00:00Z');
const HOUR = 3_600_000;
const setting = { origin: 'https://lab.example', now: NOW };
const NASTY = `<img src=x onerror="alert('1')">&\u202e\u2067`;
const lab = { name: 'Thursday Lab', slug: 'thursday', zone: 'Europe/London' };
const session = { id: 's15', number: 15, startsAt: NOW + 24 * HOUR };
const reminder = {
  lab,
  session: { ...session, durationMinutes: 90, callUrl: 'https://meet.example/lab?a=1&b=2' },
  deal: { place: 3, title: 'The clinic that asks for one more demo' },
  said: [{ words: 'Fill in the downtime page.', dueOn: '2026-12-01' }],
  today: '2026-12-02',
};
const facts: MailFacts = {
  address_changed: { address: 'noor@example.com' },
  invitation: { lab, by: NASTY, role: 'rep', token: 'tok', until: NOW + 48 * HOUR },
  request: { lab, asking: [{ name: NASTY, email: 'noor@example.com', words: NASTY }], more: 0 },
  answer: { lab, accepted: { role: 'observer', token: 'tok' } },
  reminder_day: reminder,
  reminder_hour: { ...reminder, session: { ...reminder.session, startsAt: NOW + HOUR }, said: [] },
  session_moved: { lab, moves: [{ session, from: NOW + 20 * HOUR }] },
  session_cancelled: { lab, sessions: [session], next: { id: 's16', number: 16, startsAt: NOW + 192 * HOUR } },
  commitment_due: {
    lab,
    commitmentId: 'c1',
    deal: 'Halden Dairy',
    dueOn: '2026-12-02',
    words: NASTY,
    uses: ['Tom', 'Amara'],
  },
  words_used: {
    lab,
    reports: [
      {
        deal: 'Halden Dairy',
        rep: 'Marisol Vega',
        outcome: 'advanced',
        said: NASTY,
        climb: { closed: [3, 5], open: 4 },
        words: NASTY,
      },
    ],
  },
  carried_over: {
    lab,
    session: { ...session, startsAt: NOW + 7 * 24 * HOUR },
    from: 14,
    deals: [{ scenarioId: 'd1', title: NASTY, place: 2, seconds: 3 }],
  },
  recap: {
    lab,
    session,
    counts: { turns: 4, contributions: 61, helpful: 13, movedOn: 1 },
    deals: [{ title: NASTY, rep: 'Marisol Vega', decision: 'change', dueOn: '2026-12-01' }],
    asked: { words: 'Why do you care?', by: 'Ellen Marsh', answers: 6 },
  },
  password_reset: { token: 'tok', until: NOW + 24 * HOUR },
  password_link: { lab: NASTY, by: NASTY },
  email_confirmation: { token: 'tok', until: NOW + HOUR },
};
const links = { choices: 'https://lab.example/me#mail', off: 'https://lab.example/mail/off/x.y.z' };
const write = <Kind extends MailKind>(kind: Kind) => letterOf(kind, facts[kind], setting);

describe.each(Object.keys(MAIL_KINDS) as MailKind[])('%s', (kind) => {
  const letter = write(kind);
  const [html, text] = [letterHtml(letter, links), letterText(letter, links)];

  it('escapes what people wrote', () => {
    expect(html).not.toContain('<img');
    expect(html).not.toContain(`alert('1')`);
  });

  it('is turned round by nothing that people wrote', () => {
    for (const drawn of [letter.subject, html, text]) expect(drawn).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('says the same in text and HTML, links included', () => {
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url?.replaceAll('&amp;', '&'));
    const inText = [...text.matchAll(/https:\S+/g)].map(([url]) => url);
    expect([...new Set(inText)].sort()).toEqual([...new Set(inHtml)].sort());
  });

  it('loads nothing, and has a subject of one line', () => {
    expect(html).not.toMatch(/<[^>]*\bsrc=|url\(|@import|<link/);
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.subject).not.toBe('');
  });
});

describe('the pictures', () => {
  it('a day before', () => {
    const letter = write('reminder_day');
    expect(letter.subject).toBe('Tomorrow, 17:00: your deal is third');
    expect(letterText(letter, links)).toBe(`THURSDAY LAB MEETS TOMORROW AT 17:00
Session 15, London time, ninety minutes.
Your deal is third: The clinic that asks for one more demo

Said in front of the room, due yesterday:
  Fill in the downtime page.

Open the lab:
https://lab.example/labs/thursday

The call:
https://meet.example/lab?a=1&b=2

--
You get this a day before.
Change what you get:
https://lab.example/me#mail
Turn these off:
https://lab.example/mail/off/x.y.z
`);
  });

  it('an hour before, a recap, and a commitment on its day', () => {
    expect(write('reminder_hour').title).toBe('Thursday Lab meets in an hour, at 18:00');
    expect(write('recap').subject).toBe('Recap of session 15: four deals, one let go');
    expect(write('commitment_due').subject).toBe('Due today: Halden Dairy');
  });

  it('what became of words: one deal by name, many in one mail', () => {
    const [report] = facts.words_used.reports;
    const one = write('words_used');
    expect(one.subject).toBe('Marisol Vega used your words: it advanced');
    const told = letterText(one, links);
    expect(told).toContain('Halden Dairy, Marisol Vega: Advanced:\n');
    expect(told).toContain('\nRungs 3 and 5 closed. Lowest open rung now: 4.\n');
    const bare = { ...report!, deal: 'Brandt', outcome: 'moved_on' as const, said: null, climb: undefined };
    const many = letterOf('words_used', { lab, reports: [report!, bare] }, setting);
    expect(many.subject).toBe('What became of your words');
    expect(many.lead).toEqual(['Thursday Lab: two deals of others.']);
    expect(letterText(many, links)).toContain('\nBrandt, Marisol Vega: Moved on.\n');
  });

  it('reminds of long words by their beginning, cut between two of them', () => {
    const long = { ...facts.words_used.reports[0]!, words: 'word '.repeat(200) };
    const [, , said] = letterOf('words_used', { lab, reports: [long] }, setting).parts;
    expect(said).toMatchObject({ type: 'said', words: `${'word '.repeat(56).trim()} …` });
  });

  it('carried over: next week, and first where it is', () => {
    const letter = write('carried_over');
    expect(letter.title).toBe('You’re next week');
    expect(letter.lead[1]).toBe('Next: Wednesday 9 December at 17:00, London time.');
    expect(letterText(letter, links)).toContain('Second in session 15\n  seconded by three');
    const [deal] = facts.carried_over.deals;
    const first = { ...facts.carried_over, deals: [{ ...deal!, place: 1 }], session };
    expect(letterOf('carried_over', first, setting).title).toBe('You’re first tomorrow');
  });

  it('with a call that is a number: it is read as it was typed, and its link rings', () => {
    const phone = { ...reminder, session: { ...reminder.session, callUrl: '+1 646 558 8656,,98765432#' } };
    for (const kind of ['reminder_day', 'reminder_hour'] as const) {
      const letter = letterOf(kind, phone, setting);
      expect(letterHtml(letter, links)).toMatch(
        /The call: <a [^>]*href="tel:\+16465588656,,98765432%23"[^>]*>\+1 646 558 8656,,98765432#<\/a>/,
      );
      const text = letterText(letter, links);
      expect(text).toContain('The call:\n+1 646 558 8656,,98765432#\n');
      expect(text).not.toContain('tel:');
    }
  });

  it('moved, and cancelled', () => {
    expect(write('session_moved').subject).toBe('Moved to Thursday 3 December, 17:00: Thursday Lab');
    expect(write('session_cancelled').lead[1]).toContain('session 16, Thursday 10 December, 17:00, London time');
  });

  it('held after all', () => {
    const later = { id: 's16', number: 16, startsAt: NOW + 192 * HOUR };
    const written = (...sessions: (typeof later)[]) =>
      letterText(letterOf('session_cancelled', { lab, sessions, held: true }, setting), links);
    expect(written(session)).toContain('THURSDAY LAB MEETS ON THURSDAY 3 DECEMBER, 17:00, AFTER ALL');
    expect(written(session)).toContain('It was cancelled, and is held after all: session 15.');
    expect(written(session, later)).toContain('Two sessions were cancelled, and are held after all.');
    expect(written(session, later)).toContain('Thursday 10 December, 17:00\n  Session 16');
  });

  it('say of all that one choice turns off the same, as it is said where one chooses', () => {
    const changes = [{}, { held: true }, { because: 'archived' }, { because: 'deleted' }, { because: 'back' }] as const;
    for (const change of changes) {
      const { foot } = letterOf('session_cancelled', { lab, sessions: [session], ...change }, setting);
      expect(foot).toBe('You get this when a session is cancelled, alone or with its lab, or is held after all.');
    }
    expect(`You get this ${MAIL_NAMES.session_cancelled.when}.`).toBe(write('session_cancelled').foot);
  });

  it('of a lab that was archived or deleted, or is back', () => {
    const later = { id: 's16', number: 16, startsAt: NOW + 192 * HOUR };
    const written = (because: LabChange) =>
      letterText(letterOf('session_cancelled', { lab, sessions: [session, later], because }, setting), links);
    expect(written('archived')).toContain('THURSDAY LAB IS ARCHIVED');
    expect(written('archived')).toContain('Two sessions are not held. The times are London time.');
    expect(written('archived')).toContain('Thursday 10 December, 17:00\n  Session 16');
    expect(written('archived')).toContain('/labs/');
    expect(written('deleted')).toContain('THURSDAY LAB IS DELETED');
    expect(written('deleted')).toContain('For fourteen days a host can bring it back');
    expect(written('deleted')).not.toContain('/labs/');
    expect(written('back')).toContain('It meets next on Thursday 3 December, 17:00, London time: session 15.');
  });
});
