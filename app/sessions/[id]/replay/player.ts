import type { ReplayFacts } from '@/db/replay';
import { momentAt, momentsOf, type Moment } from '@/domain/replay/moments';
import { EMPTY_LOG, extended, nextAt, saidInTurns, seqAt, stateAt, type PastLog } from '@/domain/replay/past-log';
import { trackOf, type Stretch } from '@/domain/replay/track';
import type { Id, SessionEvent } from '@/domain/session';
import { wholeTurn } from '@/domain/session/whole-turn';
import type { RoomLink } from '../live/connection/use-room';
import type { RoomView } from '../live/connection/room-view';
import { pastRoom, presence, viewAt, type PastViewer } from './past-room';

export const SPEEDS = ['1', '2', '4', '8', '16'] as const;
export type Speed = (typeof SPEEDS)[number];

export const STEP_MS = 10_000;
/** So long may nothing happen before the replay skips to what comes next, and so long before it does it then plays. */
const SILENCE_MS = 4000;
const LEAD_MS = 1000;
const JUST_BEGUN_MS = 1500;
/** A page that was in the background goes on from where it was. */
const LONGEST_FRAME_MS = 250;

/** What the screens know of the log so far. */
export interface Outline {
  track: readonly Stretch[];
  moments: readonly Moment[];
  /** How much was said in each turn by the end. */
  said: ReadonlyMap<Id, number>;
}

/** Calls back at the next frame, with its instant in ms; gives what takes that back. */
export type NextFrame = (run: (now: number) => void) => () => void;

/**
 * The replay of one session for one audience: the log as far as it has come, a moment in it, and the room's view of that
 * moment. The view is folded when it is asked for, so that a finger on the track costs one fold a frame.
 */
export class Player {
  readonly from: number;
  readonly to: number;
  readonly #head: number;
  readonly #room: RoomView;
  readonly #presentAt: (at: number) => ReadonlySet<Id>;
  readonly #nextFrame: NextFrame;
  readonly #listeners = new Set<() => void>();
  #log: PastLog = EMPTY_LOG;
  #outline: Outline = { track: [], moments: [], said: new Map() };
  #at: number;
  #playing = false;
  #speed: Speed = '1';
  #skips = false;
  #cancel: (() => void) | undefined;
  #drawn: RoomView;

  constructor(options: { facts: ReplayFacts; viewer: PastViewer | undefined; at: number; nextFrame: NextFrame }) {
    const { facts, viewer, at, nextFrame } = options;
    this.from = facts.from;
    this.to = facts.to;
    this.#head = facts.head;
    this.#room = pastRoom(facts, viewer);
    this.#presentAt = presence(facts.stays);
    this.#nextFrame = nextFrame;
    this.#at = this.#within(at);
    this.#drawn = this.#room;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next events of the log. */
  add(events: readonly SessionEvent[]): void {
    this.#log = extended(this.#log, events);
    const told = this.#log.events;
    this.#outline = { track: trackOf(told), moments: momentsOf(told), said: saidInTurns(this.#log) };
    this.#tell();
  }

  /** How many events have come. */
  get loaded(): number {
    return this.#log.events.length;
  }

  get complete(): boolean {
    return this.loaded >= this.#head;
  }

  /** Whether the log has come as far as this moment. */
  get ready(): boolean {
    return this.complete || nextAt(this.#log, this.seq) !== undefined;
  }

  get outline(): Outline {
    return this.#outline;
  }

  /** The moment, in ms since the epoch. */
  get at(): number {
    return this.#at;
  }

  /** The last event that had happened by then. */
  get seq(): number {
    return seqAt(this.#log, this.#at);
  }

  /** The place of the last moment that had come by then; -1 before the first. */
  get moment(): number {
    return momentAt(this.#outline.moments, this.seq);
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): Speed {
    return this.#speed;
  }

  get skips(): boolean {
    return this.#skips;
  }

  /** The room at this moment: the same object until something in it is another. */
  get view(): RoomView {
    const seq = this.seq;
    const present = this.#presentAt(this.#at);
    const { state } = this.#drawn;
    if (state?.seq === seq && this.#drawn.present === present) return this.#drawn;
    const now = state?.seq === seq ? state : stateAt(this.#log, seq);
    this.#drawn = viewAt(this.#room, now, present);
    return this.#drawn;
  }

  /** An ended turn as it stood at this moment. */
  turn(turnId: Id) {
    return wholeTurn(this.#log.events.slice(0, this.seq), turnId);
  }

  seek(at: number): void {
    this.#at = this.#within(at);
    this.#tell();
  }

  step(ms: number): void {
    this.seek(this.#at + ms);
  }

  /** To the moment after, or before; while it plays, a moment that has just begun counts as this one. */
  jump(by: 1 | -1): Moment | undefined {
    const { moments } = this.#outline;
    const before = this.#at - (this.#playing ? JUST_BEGUN_MS * Number(this.#speed) : 0);
    const to = by > 0 ? moments.find(({ at }) => at > this.#at) : moments.findLast(({ at }) => at < before);
    if (to) this.seek(to.at);
    return to;
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#tell();
  }

  setSkips(skips: boolean): void {
    this.#skips = skips;
    this.#tell();
  }

  play(): void {
    if (this.#playing) return;
    if (this.#at >= this.to) this.#at = this.from;
    this.#playing = true;
    this.#run(undefined);
    this.#tell();
  }

  pause(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (!this.#playing) return;
    this.#playing = false;
    this.#tell();
  }

  /** The link of a past room: it is looked at, and nothing is sent. */
  readonly link: RoomLink = pastLink(this);

  #run(last: number | undefined): void {
    this.#cancel = this.#nextFrame((now) => {
      if (this.ready) this.#advance(Math.min(now - (last ?? now), LONGEST_FRAME_MS));
      if (this.#playing) this.#run(now);
    });
  }

  #advance(ms: number): void {
    const next = nextAt(this.#log, this.seq) ?? this.to;
    const silent = this.#skips && next - this.#at > SILENCE_MS;
    this.#at = this.#within(silent ? next - LEAD_MS : this.#at + ms * Number(this.#speed));
    if (this.#at >= this.to) this.pause();
    else this.#tell();
  }

  #within(at: number): number {
    return Math.min(Math.max(at, this.from), this.to);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function pastLink(player: Player): RoomLink {
  const over = { ok: false, error: { code: 'wrong_status', message: 'This session is over.' } } as const;
  return {
    get view() {
      return player.view;
    },
    clock: { now: () => player.at, known: true },
    send: () => Promise.resolve(over),
    say: () => '',
    drop: () => undefined,
    typing: () => undefined,
    turn: (turnId) => Promise.resolve(player.turn(turnId)),
  };
}
