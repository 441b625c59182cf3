import { parseCommand, type Command } from '@/domain/protocol';
import {
  DEFAULT_SETTINGS,
  decide,
  emptySession,
  EVENT_VERSION,
  fold,
  hostReturned,
  needs,
  upcast,
  wholeTurn,
  type Actor,
  type Decided,
  type Facts,
  type Id,
  type NewEvent,
  type ReportedBeside,
  type RollCallItem,
  type SessionEvent,
  type SessionSettings,
  type SessionState,
  type Standing,
} from '@/domain/session';
import type { Refusal } from '@/domain/errors';
import type { Role } from '@/domain/vocabulary';

/** A UUID that a test can read: `uid(7)` ends in 7. */
export function uid(number: number): Id {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const HOST = uid(1);
export const HOST_2 = uid(2);
export const REP = uid(11);
export const REP_2 = uid(12);
export const REP_3 = uid(13);
export const REP_4 = uid(14);
export const OBSERVER = uid(21);
export const GUEST = uid(22);
export const STRANGER = uid(99);

/** Roles in the lab. */
export const ROLE_OF: ReadonlyMap<Id, Role> = new Map([
  [HOST, 'host'],
  [HOST_2, 'host'],
  [REP, 'rep'],
  [REP_2, 'rep'],
  [REP_3, 'rep'],
  [REP_4, 'rep'],
  [OBSERVER, 'observer'],
  [GUEST, 'observer'],
]);
export const PEOPLE = [...ROLE_OF.keys()];

export const SESSION = uid(501);
export const NEXT_SESSION = uid(502);
export const OLD_COMMITMENT = uid(601);
export const OLD_COMMITMENT_2 = uid(602);
export const START = Date.parse('2026-11-26T16:00:00.000Z');

export const ROLL_CALL: RollCallItem[] = [
  {
    commitmentId: OLD_COMMITMENT,
    scenarioId: uid(611),
    repId: REP,
    title: 'Renewal went quiet',
    decision: 'pursue',
    nextStep: 'Call the plant',
    dueOn: '2026-11-24',
    usesOf: [REP_2],
    madeAt: '2026-11-19T16:30:00.000Z',
    held: [true, true, false, false, true],
  },
  {
    commitmentId: OLD_COMMITMENT_2,
    scenarioId: uid(612),
    repId: REP_2,
    title: 'Free pilot, month seven',
    decision: 'move_on',
    usesOf: [],
    madeAt: '2026-11-19T17:00:00.000Z',
    held: null,
    checkedIn: { id: uid(621), by: REP_2, outcome: 'moved_on', at: '2026-11-22T09:00:00.000Z' },
  },
];

/** A log with the state it folds to. */
export interface Log {
  events: SessionEvent[];
  state: SessionState;
}

/**
 * A session and the one after it, in memory: does what the server does with a command (parse, fetch what is needed,
 * decide, append, fold), with a clock that tests move. Events go through JSON, as they do through the database.
 */
export class World {
  now = START;
  readonly session: Log = { events: [], state: emptySession() };
  readonly next: Log = { events: [], state: emptySession() };
  settings: SessionSettings = DEFAULT_SETTINGS;
  hostAwayMs = 0;
  /** What was reported beside the session since its end. */
  reported: ReportedBeside[] = [];
  /** Of every rep. */
  standing: Standing = { lastSeatAt: '2026-11-12T17:00:00.000Z', coached: 4 };
  #made = 0;

  /** Ids of what commands make: 1000001, 1000002 … */
  readonly newId = () => uid(1_000_000 + ++this.#made);

  /** Sends what a client would send; throws where it is not even valid. */
  send(by: Id | null, type: string, data: object = {}, log = this.session): Decided {
    const parsed = parseCommand({ id: this.newId(), type, data });
    if (!parsed.ok) throw new Error(`${type}: ${JSON.stringify(parsed.error)}`);
    return this.decide(by, parsed.command, log);
  }

  /** Sends what must succeed; gives the events that it made. */
  ok(by: Id | null, type: string, data: object = {}, log = this.session): SessionEvent[] {
    const before = log.events.length;
    const decided = this.send(by, type, data, log);
    if (!decided.ok) throw new Error(`${type} was refused: ${JSON.stringify(decided.error)}`);
    return log.events.slice(before);
  }

  /** Sends what must be refused; gives the refusal, of parsing too. */
  refused(by: Id | null, type: string, data: object = {}, log = this.session): Refusal {
    const parsed = parseCommand({ id: this.newId(), type, data });
    if (!parsed.ok) return parsed.error;
    const decided = this.decide(by, parsed.command, log);
    if (decided.ok) throw new Error(`${type} was not refused: ${JSON.stringify(decided.events)}`);
    return decided.error;
  }

  /** Sends what must succeed and makes something; gives its id. */
  makes(by: Id, type: string, data: object = {}, log = this.session): Id {
    const made = this.ok(by, type, data, log).find((event) => 'id' in event.data);
    return (made?.data as { id: Id }).id;
  }

  /** A rep brings a deal; gives the scenario's id. */
  brings(by: Id, changes: object = {}): Id {
    return this.makes(by, 'scenario.submit', deal(changes));
  }

  /** A host starts a turn, in a session that is live by then; gives the turn's id. */
  seats(scenarioId: Id, phase = 'present'): Id {
    if (this.session.state.status === 'scheduled') this.ok(HOST, 'session.start');
    const turnId = this.makes(HOST, 'turn.start', { scenarioId });
    if (phase !== 'present') this.ok(HOST, 'turn.phase', { phase });
    return turnId;
  }

  /** Somebody says something in the open turn; gives the contribution's id. */
  says(by: Id, data: object = {}): Id {
    return this.makes(by, 'contribution.add', { kind: 'advice', body: 'Ask who signs.', ...data });
  }

  decide(by: Id | null, command: Command, log = this.session): Decided {
    const actor: Actor = { id: by, role: by === null ? 'host' : (ROLE_OF.get(by) ?? 'observer') };
    const decided = decide(log.state, command, actor, {
      sessionId: log === this.session ? SESSION : NEXT_SESSION,
      now: this.now,
      newId: this.newId,
      facts: this.facts(command, actor, log),
    });
    if (decided.ok) {
      this.append(log, decided.events, by, command.id);
      if (decided.elsewhere && log === this.session) this.append(this.next, decided.elsewhere.events, by, command.id);
    }
    return decided;
  }

  /** What the system says when a host is back. */
  hostReturns(): void {
    this.append(this.session, hostReturned(this.session.state), null);
  }

  append(log: Log, made: readonly NewEvent[], by: Id | null, command?: Id): void {
    for (const one of made) {
      const at = new Date(this.now).toISOString();
      const event = { seq: log.state.seq + 1, at, by, ...(command ? { command } : {}), ...one };
      const stored = { v: EVENT_VERSION, ...(JSON.parse(JSON.stringify(event)) as SessionEvent) };
      const read = upcast(stored);
      log.events.push(read);
      log.state = fold(log.state, read);
    }
  }

  facts(command: Command, actor: Actor, log: Log): Facts {
    const asked = needs(log.state, command, actor);
    const turnId = asked.turnId ?? turnOfContribution(log.events, asked.contributionId);
    const turn = turnId === undefined ? undefined : wholeTurn(log.events, turnId);
    return {
      ...(asked.roles ? { roles: ROLE_OF } : {}),
      ...(asked.opening ? { opening: { settings: this.settings, hosts: [HOST, HOST_2], rollCall: ROLL_CALL } } : {}),
      ...(asked.standings ? { standings: new Map(asked.standings.map((id) => [id, this.standing])) } : {}),
      ...(turn ? { turn } : {}),
      ...(asked.nextSession ? { nextSessionId: log === this.session ? NEXT_SESSION : uid(503) } : {}),
      ...(asked.carriedTo ? { carriedTo: { id: NEXT_SESSION, state: this.next.state } } : {}),
      ...(asked.reportedSince ? { reported: this.reported } : {}),
      ...(asked.hostAway ? { hostAwayMs: this.hostAwayMs } : {}),
    };
  }
}

function turnOfContribution(events: readonly SessionEvent[], id: Id | undefined): Id | undefined {
  const added = events.find((event) => event.type === 'contribution.added' && event.data.id === id);
  return added?.type === 'contribution.added' ? added.data.turnId : undefined;
}

/** A valid deal; tests say what matters to them. */
export function deal(changes: object = {}) {
  return {
    title: 'The plant that loves us',
    story: 'They love us and won’t sign.',
    ask: 'What am I not seeing?',
    ladder: [
      { answer: 'yes', evidence: 'They lost two days in May' },
      { answer: 'yes' },
      { answer: 'unsure' },
      { answer: 'no' },
      { answer: 'yes' },
    ],
    pipeline: { otherLiveDeals: 2, lifeOrDeath: 4 },
    ...changes,
  };
}
