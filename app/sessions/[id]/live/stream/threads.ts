import type { Contribution, Id } from '@/domain/session/state';

export interface Thread {
  one: Contribution;
  replies: readonly Contribution[];
}

const NO_REPLIES: readonly Contribution[] = [];

/** What was said, in order, each with the replies under it; pinned ones first, late ones apart. */
export function threaded(words: readonly Contribution[]): { threads: Thread[]; late: Contribution[] } {
  const known = new Set(words.map(({ id }) => id));
  const replies = new Map<Id, Contribution[]>();
  const heads: Contribution[] = [];
  const late: Contribution[] = [];
  for (const one of words) {
    if (one.late) late.push(one);
    else if (one.replyTo && known.has(one.replyTo))
      replies.set(one.replyTo, [...(replies.get(one.replyTo) ?? []), one]);
    else heads.push(one);
  }
  const ordered = [...heads.filter(({ pinned }) => pinned), ...heads.filter(({ pinned }) => !pinned)];
  return { threads: ordered.map((one) => ({ one, replies: replies.get(one.id) ?? NO_REPLIES })), late };
}

/** Whether two lists of replies hold the same, so that a thread needn't be drawn again. */
export function sameReplies(a: readonly Contribution[], b: readonly Contribution[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Whether two pieces of a stream are alike. */
export function sameThreads(a: readonly Thread[], b: readonly Thread[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ one, replies }, at) => one === b[at]?.one && sameReplies(replies, b[at].replies))
  );
}

/** A list cut into pieces of one length; the last holds what is left. */
export function pagesOf<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, page) =>
    list.slice(page * length, (page + 1) * length),
  );
}

/** What of these came after the event of that number, as it came. */
export function newSince(threads: readonly Thread[], seq: number): Contribution[] {
  return threads
    .flatMap(({ one, replies }) => [one, ...replies])
    .filter((said) => said.seq > seq)
    .sort((a, b) => a.seq - b.seq);
}

const ALONE_MS = 400;

/** Whether words came some time after those before them: in a flood, rising and fading would only be unrest. */
export function comesAlone(before: Contribution | undefined, one: Contribution): boolean {
  return !before || Date.parse(one.at) - Date.parse(before.at) > ALONE_MS;
}
