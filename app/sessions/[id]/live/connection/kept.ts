/** What this device keeps over a reload, by person and session. A browser that keeps nothing is no error. */
export interface Kept {
  /** The same object until it is written again. */
  read<T>(name: string): T | undefined;
  write(name: string, value: unknown): void;
  /** The same, but on the device a moment later, at the latest when the page goes: for what changes with each key. */
  writeSoon(name: string, value: unknown): void;
  remove(name: string): void;
  /** Reads it anew when it is next asked for: another tab may have written it. */
  forget(name: string): void;
  /** The names that begin so, also of what other tabs have written. */
  names(prefix: string): string[];
  /** Called on each write and removal, in this tab, with its name. */
  subscribe(listener: (name: string) => void): () => void;
}

const SOON_MS = 250;

/** Keeps in the browser's local storage; where that is full or forbidden, for as long as the page is open. */
export function keptOnDevice(userId: string, sessionId: string): Kept {
  const key = (name: string) => `whetstone/${userId}/${sessionId}/${name}`;
  const known = new Map<string, unknown>();
  const listeners = new Set<(name: string) => void>();
  const changed = (name: string) => listeners.forEach((listener) => listener(name));
  /** What the device doesn't hold yet. */
  const soon = new Set<string>();
  const store = (name: string) => {
    soon.delete(name);
    stored(() => localStorage.setItem(key(name), JSON.stringify(known.get(name))));
  };
  const storeAll = () => soon.forEach(store);
  return {
    read<T>(name: string) {
      if (!known.has(name))
        known.set(
          name,
          stored(() => JSON.parse(localStorage.getItem(key(name)) ?? 'null')),
        );
      return (known.get(name) ?? undefined) as T | undefined;
    },
    write(name, value) {
      known.set(name, value);
      store(name);
      changed(name);
    },
    writeSoon(name, value) {
      known.set(name, value);
      if (soon.size === 0) {
        setTimeout(storeAll, SOON_MS);
        addEventListener('pagehide', storeAll, { once: true });
      }
      soon.add(name);
      changed(name);
    },
    remove(name) {
      soon.delete(name);
      known.set(name, undefined);
      stored(() => localStorage.removeItem(key(name)));
      changed(name);
    },
    forget(name) {
      soon.delete(name);
      known.delete(name);
      changed(name);
    },
    names(prefix) {
      const before = key('');
      const onDevice = (stored(() => Object.keys(localStorage)) ?? [])
        .filter((one) => one.startsWith(before))
        .map((one) => one.slice(before.length));
      const inPage = [...known.keys()].filter((name) => (known.get(name) ?? undefined) !== undefined);
      return [...new Set([...onDevice, ...inPage])].filter((name) => name.startsWith(prefix));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Storage may be forbidden, full, or hold what another version wrote. */
function stored<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
