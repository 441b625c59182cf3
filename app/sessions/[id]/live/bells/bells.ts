/** What a phase's timer has to say: that one minute is left, that time is over. */
export type Bell = 'minute' | 'over';

const MARKS: readonly { bell: Bell; atMs: number; settleMs: number }[] = [
  // A phase of one minute has just begun with it: nothing to say.
  { bell: 'minute', atMs: 60_000, settleMs: 2000 },
  { bell: 'over', atMs: 0, settleMs: 0 },
];

/** Noticed later than this, as by a tab that slept, it is no news any more. */
const NEWS_MS = 5000;

/** Rings once for each mark that an end passes while it is watched: not after a reload, not for what was slept through. */
export class Bells {
  #end: number | undefined;
  #passed = new Set<Bell>();

  /** What rings now, with `leftMs` left until `end`; both in ms. A new end starts afresh. */
  hear(end: number, leftMs: number): Bell[] {
    if (end !== this.#end) {
      this.#end = end;
      this.#passed = new Set(MARKS.filter(({ atMs, settleMs }) => leftMs <= atMs + settleMs).map(({ bell }) => bell));
      return [];
    }
    const due = MARKS.filter(({ bell, atMs }) => leftMs <= atMs && !this.#passed.has(bell));
    for (const { bell } of due) this.#passed.add(bell);
    return due.filter(({ atMs }) => leftMs > atMs - NEWS_MS).map(({ bell }) => bell);
  }
}
