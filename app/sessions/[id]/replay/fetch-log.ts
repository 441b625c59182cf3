import type { SessionEvent } from '@/domain/session';

const TRIES = 4;
const AGAIN_MS = 1000;

interface Wanted {
  sessionId: string;
  asRoom: boolean;
  /** What is there already. */
  since: number;
  /** The log's last seq. */
  head: number;
  signal: AbortSignal;
}

/** Fetches an ended session's log page by page, in order. Rejects once a page could not be fetched four times. */
export async function fetchLog(
  { sessionId, asRoom, since, head, signal }: Wanted,
  take: (events: readonly SessionEvent[]) => void,
): Promise<void> {
  for (let seq = since; seq < head;) {
    const query = new URLSearchParams({ since: `${seq}`, ...(asRoom ? { as: 'room' } : {}) });
    const page = await tried(`/sessions/${sessionId}/replay/events?${query}`, signal);
    signal.throwIfAborted();
    if (page.length === 0) throw new Error('The log is shorter than it was.');
    take(page);
    seq += page.length;
  }
}

async function tried(address: string, signal: AbortSignal): Promise<SessionEvent[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(`The log was refused: ${answer.status}.`);
      return (await answer.json()) as SessionEvent[];
    } catch (error) {
      if (signal.aborted || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * attempt));
    }
  }
}
