const queues = new Map<string, Promise<unknown>>();

/** Runs what has the same key one after the other, so that many guesses at once are counted one by one. */
export async function inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(run, run);
  const settled = mine.catch(() => undefined);
  queues.set(key, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(key) === settled) queues.delete(key);
  }
}
