import { randomUUID } from 'node:crypto';

/** What everybody says in the bench: words of a usual length. */
const WORDS =
  'Write the one page that he would be proud to carry upstairs: his numbers, his name on it, and yours nowhere. ' +
  'Then ask who else would have to read it before anybody can say yes.';

/** A command with an id of its own: one contribution, one event. */
export function contribution(turnId: string) {
  return { id: randomUUID(), type: 'contribution.add', data: { kind: 'advice', body: WORDS, turnId } };
}

/** The event that such a command makes, byte for byte as long as ours: bare sends it, raw stores it. */
export function contributed(seq: number, command: string, turnId: string, by: string) {
  const data = { id: randomUUID(), turnId, kind: 'advice', body: WORDS };
  return { seq, at: new Date().toISOString(), by, type: 'contribution.added', command, data };
}
