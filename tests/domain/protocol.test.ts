import { describe, expect, test } from 'vitest';
import { commandData, handshakeAuth, parseCommand, syncRequest, turnRequest } from '@/domain/protocol';
import { COMMAND_TYPES, type CommandType } from '@/domain/permissions';
import { deal, uid } from '../support/session-world';

const id = uid(1);

/** The smallest valid data of every command. */
const VALID: Record<CommandType, Record<string, unknown>> = {
  'session.start': {},
  'session.close': {},
  'session.end': {},
  'session.reopen': {},
  'session.cancel': {},
  'host.hand_over': { userId: id },
  'host.take_over': {},
  'host.note': { body: 'Ask Ellen' },
  'scenario.submit': deal(),
  'scenario.edit': { scenarioId: id, changes: { title: 'Another' }, base: 0 },
  'scenario.withdraw': { scenarioId: id },
  'scenario.second': { scenarioId: id },
  'scenario.defer': { scenarioId: id },
  'queue.move': { scenarioId: id, to: 0 },
  'turn.start': { scenarioId: id },
  'turn.phase': { phase: 'coach' },
  'turn.pause': {},
  'turn.resume': {},
  'turn.extend': { seconds: 60 },
  'turn.end': {},
  'contribution.add': { kind: 'advice', body: 'Ask' },
  'contribution.edit': { contributionId: id, body: 'Ask' },
  'contribution.withdraw': { contributionId: id },
  'contribution.hide': { contributionId: id },
  'contribution.pin': { contributionId: id },
  'contribution.helpful': { contributionId: id },
  'ladder.open': {},
  'ladder.reveal': {},
  'ladder.vote': { answers: ['yes', 'unsure', 'no', 'yes', 'yes'] },
  'commitment.make': { decision: 'pursue', nextStep: 'Call', dueOn: '2026-12-01' },
  'checkin.record': { commitmentId: id, outcome: 'won' },
  'floor.open': {},
  'floor.close': {},
  'floor.release': { questionId: id },
  'floor.ask': { body: 'Why?' },
  'floor.answer': { questionId: id, body: 'Because' },
  'takeaway.leave': { body: 'Ask sooner' },
  'participant.remove': { userId: id },
};

const parse = (type: string, data: unknown) => parseCommand({ id, type, data });
const dataOf = (type: CommandType, data: object) => {
  const parsed = parse(type, { ...VALID[type], ...data });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.command.data as Record<string, unknown>;
};
const refused = (type: string, data: unknown) => {
  const parsed = parse(type, data);
  return parsed.ok ? 'ok' : `${parsed.error.code} ${parsed.error.field ?? ''}`.trim();
};

describe('W1: the envelope', () => {
  test.each(COMMAND_TYPES)('%s is read with the data that the design gives it', (type) => {
    expect(parse(type, VALID[type])).toMatchObject({ ok: true, command: { id, type } });
  });

  test('W5: what is no command at all is refused, never thrown', () => {
    for (const message of [undefined, null, 7, 'x', [], {}, { id: 'x' }, Symbol.iterator]) {
      expect(parseCommand(message)).toMatchObject({ ok: false, error: { code: 'invalid', field: expect.any(String) } });
    }
    expect(parseCommand({ id: 'not-a-uuid', type: 'turn.end', data: {} })).toMatchObject({ error: { field: 'id' } });
    expect(refused('turn.fly', {})).toBe('invalid type');
    expect(refused('__proto__', {})).toBe('invalid type');
    expect(refused('constructor', {})).toBe('invalid type');
    expect(refused('host.note', 'body')).toBe('invalid data');
    expect(parse('turn.end', undefined)).toMatchObject({ ok: true });
  });

  test('W1: ids are told apart whatever their case, and fields that nobody knows are dropped', () => {
    const upper = 'ABCDEF00-0000-4000-8000-00000000000A';
    expect(parseCommand({ id: upper, type: 'scenario.second', data: { scenarioId: upper, more: 1 } })).toEqual({
      ok: true,
      command: { id: upper.toLowerCase(), type: 'scenario.second', data: { scenarioId: upper.toLowerCase() } },
    });
  });

  test('W1: what nobody can see is no words', () => {
    expect(refused('host.note', { body: '\u200b\ufeff \u00ad' })).toBe('invalid body');
    expect(parse('host.note', { body: '🧗‍♀️' })).toMatchObject({ ok: true });
  });

  test('W2: over 64 kB is too large, counted in bytes', () => {
    expect(refused('host.note', { body: 'x'.repeat(65_600) })).toBe('too_large');
    expect(refused('host.note', { body: '🧗'.repeat(17_000) })).toBe('too_large');
    expect(refused('host.note', { body: 'x'.repeat(60_000) })).toBe('invalid body');
  });

  test('P6: every refusal has a sentence for a person', () => {
    for (const type of COMMAND_TYPES) {
      for (const field of Object.keys(VALID[type])) {
        for (const value of [undefined, null, {}, -1, 'nonsense', [[]]]) {
          const parsed = parse(type, { ...VALID[type], [field]: value });
          if (parsed.ok) continue;
          expect(parsed.error.message, `${type} ${field}`).toMatch(/^[A-Z].*\.$/s);
          expect(parsed.error.message, `${type} ${field}`).not.toMatch(/expected|invalid input|received/i);
        }
      }
    }
  });
});

/** Every field that is text: which command, a way to put a value there, its length, whether it must be there. */
const TEXTS: [type: CommandType, field: string, most: number, needed: boolean][] = [
  ['host.note', 'body', 4000, true],
  ['scenario.submit', 'title', 140, true],
  ['scenario.submit', 'story', 4000, true],
  ['scenario.submit', 'ask', 4000, true],
  ['scenario.submit', 'tried', 4000, false],
  ...(['account', 'stage', 'pain', 'money', 'authority'] as const).map(
    (field): [CommandType, string, number, boolean] => ['scenario.submit', field, 1000, false],
  ),
  ['scenario.submit', 'ladder.2.evidence', 1000, false],
  ['scenario.submit', 'pipeline.note', 1000, false],
  ['scenario.edit', 'changes.title', 140, true],
  ['scenario.edit', 'changes.account', 1000, false],
  ['scenario.edit', 'changes.tried', 4000, false],
  ['contribution.add', 'body', 4000, true],
  ['contribution.edit', 'body', 4000, true],
  ['commitment.make', 'nextStep', 1000, true],
  ['checkin.record', 'note', 1000, false],
  ['floor.ask', 'body', 4000, true],
  ['floor.answer', 'body', 4000, true],
  ['takeaway.leave', 'body', 4000, true],
];

function withField(type: CommandType, field: string, value: unknown): object {
  const data = structuredClone(VALID[type]);
  const path = field.split('.');
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, data);
  holder[path.at(-1)!] = value;
  return data;
}

function fieldOf(data: unknown, field: string): unknown {
  return field.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], data);
}

describe.each(TEXTS)('W3, W4: %s %s', (type, field, most, needed) => {
  test('empty, too long, of the wrong type', () => {
    expect(refused(type, withField(type, field, 'x'.repeat(most)))).toBe('ok');
    expect(refused(type, withField(type, field, 'x'.repeat(most + 1)))).toBe(`invalid ${field}`);
    expect(refused(type, withField(type, field, 7))).toBe(`invalid ${field}`);
    expect(refused(type, withField(type, field, ['x']))).toBe(`invalid ${field}`);
    for (const empty of ['', ' \n\t ']) {
      expect(refused(type, withField(type, field, empty))).toBe(needed ? `invalid ${field}` : 'ok');
    }
  });

  test('NUL and lone surrogates are refused; the rest is kept, but for the space around it', () => {
    for (const bad of ['a\0b', 'a\uD800', '\uDC00b', 'a\uD800\uD800\uDC00']) {
      expect(refused(type, withField(type, field, bad))).toBe(`invalid ${field}`);
    }
    const kept = '<b>שלום</b> 🧗🏽‍♀️ \u202Eabc\u202C\nline';
    const parsed = parse(type, withField(type, field, `  ${kept} `));
    expect(parsed.ok && fieldOf(parsed.command.data, field)).toBe(kept);
  });
});

describe('W5: everything that is not text', () => {
  const BAD: [CommandType, string, unknown[]][] = [
    [
      'scenario.submit',
      'ladder',
      [undefined, [], deal().ladder.slice(1), [...deal().ladder, { answer: 'yes' }], 'yes'],
    ],
    ['scenario.submit', 'ladder.0.answer', ['maybe', undefined, true]],
    ['scenario.submit', 'pipeline', [undefined, null, 3]],
    ['scenario.submit', 'pipeline.otherLiveDeals', [-1, 1.5, '2', undefined]],
    ['scenario.submit', 'pipeline.lifeOrDeath', [0, 6, 2.5, null]],
    ['scenario.submit', 'pipeline.hostsOnly', ['yes', 1]],
    ['scenario.submit', 'ageDays', [-1, 1.5, '3', Infinity]],
    ['scenario.submit', 'deadline', ['tomorrow', '2026-02-30', '2026-2-3', 20261201, '2026-12-01T00:00:00Z']],
    ['scenario.submit', 'amount.minor', [1.5, -1, '100', Number.NaN]],
    ['scenario.submit', 'amount.currency', ['eur', 'XYZ', '', undefined]],
    ['scenario.submit', 'for', ['me', 7]],
    ['scenario.edit', 'scenarioId', [undefined, 'x', 1]],
    ['scenario.edit', 'base', [-1, 1.5, '1', undefined]],
    ['scenario.edit', 'changes', [{}, undefined, { unknown: 1 }]],
    ['scenario.edit', 'changes.title', [null]],
    ['scenario.edit', 'changes.ladder', [null, []]],
    ['scenario.second', 'on', ['yes', 1]],
    ['queue.move', 'to', [-1, 0.5, '0', undefined]],
    ['turn.phase', 'phase', ['lunch', undefined]],
    ['turn.phase', 'from', ['lunch']],
    ['turn.phase', 'turnId', ['x', 7]],
    ['turn.extend', 'seconds', [0, -60, 1.5, '60', 3601, undefined]],
    ['contribution.add', 'kind', ['joke', undefined]],
    ['contribution.add', 'late', [true, 'x']],
    ['contribution.add', 'replyTo', ['x']],
    ['contribution.edit', 'contributionId', [undefined, 'x']],
    ['ladder.vote', 'answers', [[], undefined, ['yes'], Array(6).fill('yes')]],
    ['ladder.vote', 'answers.4', ['perhaps', null]],
    ['commitment.make', 'decision', ['wait', undefined]],
    ['commitment.make', 'dueOn', ['soon', undefined]],
    ['commitment.make', 'nextStep', [undefined]],
    ['commitment.make', 'uses', ['x', Array(51).fill(id)]],
    ['commitment.make', 'uses.0', ['x']],
    ['checkin.record', 'outcome', ['great', undefined]],
    ['checkin.record', 'ladder', [[], ['yes']]],
    ['floor.answer', 'questionId', [undefined, 'x']],
    ['participant.remove', 'userId', [undefined, 'x']],
  ];
  const START: Partial<Record<CommandType, object>> = {
    'scenario.submit': { amount: { minor: 100, currency: 'EUR' } },
    'commitment.make': { uses: [id] },
  };

  test.each(BAD)('%s %s', (type, field, values) => {
    for (const value of values) {
      const data = structuredClone({ ...VALID[type], ...START[type] });
      const path = field.split('.');
      const holder = path
        .slice(0, -1)
        .reduce((at, key) => at[key] as Record<string, unknown>, data as Record<string, unknown>);
      if (value === undefined) delete holder[path.at(-1)!];
      else holder[path.at(-1)!] = value;
      expect(refused(type, data), JSON.stringify(value)).toBe(`invalid ${field}`);
    }
  });

  test('an answer says what it replies to', () => {
    expect(refused('contribution.add', { kind: 'answer', body: 'In May' })).toBe('invalid replyTo');
  });

  test('a ladder as it now stands comes with or without evidence', () => {
    const now = dataOf('checkin.record', {
      ladder: ['yes', { answer: 'no', evidence: 'He left' }, 'yes', 'yes', 'yes'],
    });
    expect(now.ladder).toMatchObject([{ answer: 'yes' }, { answer: 'no', evidence: 'He left' }, {}, {}, {}]);
  });

  test('C12: looking back names a rung, or none, of a deal that is over', () => {
    expect(dataOf('checkin.record', { outcome: 'won', lookingBack: 0 }).lookingBack).toBe(0);
    expect(refused('checkin.record', { commitmentId: id, outcome: 'lost', lookingBack: 5 })).toBe('ok');
    expect(refused('checkin.record', { commitmentId: id, outcome: 'lost', lookingBack: 6 })).toBe(
      'invalid lookingBack',
    );
    expect(refused('checkin.record', { commitmentId: id, outcome: 'advanced', lookingBack: 4 })).toBe(
      'invalid lookingBack',
    );
  });

  test('moving on needs neither step nor day', () => {
    expect(refused('commitment.make', { decision: 'move_on' })).toBe('ok');
    expect(dataOf('commitment.make', { decision: 'move_on' })).toMatchObject({ nextStep: 'Call', dueOn: '2026-12-01' });
  });

  test('a day is a day of the calendar', () => {
    expect(dataOf('scenario.submit', { deadline: '2028-02-29' }).deadline).toBe('2028-02-29');
  });
});

test('W1: the table of schemas names every command', () => {
  expect(Object.keys(commandData).sort()).toEqual([...COMMAND_TYPES].sort());
});

test('W10, W12: handshake, sync and turn requests', () => {
  expect(handshakeAuth.safeParse({ sessionId: id, since: 4, version: 'abc' }).success).toBe(true);
  expect(handshakeAuth.safeParse({ sessionId: 'x' }).success).toBe(false);
  for (const since of [-1, 1.5, 1e30, 'abc', null]) {
    expect(handshakeAuth.parse({ sessionId: id, since })).toEqual({ sessionId: id });
  }
  expect(syncRequest.safeParse({ since: 0 }).success).toBe(true);
  expect(syncRequest.safeParse({}).success).toBe(false);
  expect(turnRequest.safeParse({ turnId: id }).success).toBe(true);
});
