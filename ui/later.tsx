'use client';

import { useEffect, useSyncExternalStore, type ComponentType } from 'react';

/** A module that a page's first load does without. */
export interface Later<Module> {
  /** Fetches it, once for all who ask. While the server is away it waits for it, and never gives up. */
  fetch: () => Promise<Module>;
  /** The module, as soon as it is there; throws where the module itself is broken. */
  ready: () => Module | undefined;
  /** Tells when it has come, whoever fetched it; gives what ends that. */
  onArrival: (tell: () => void) => () => void;
}

const TRY_AGAIN_MS = 2000;
const IDLE_LIMIT_MS = 5000;

const parts = new Set<() => Promise<unknown>>();
const waiting = new Set<() => void>();

/** Makes a module one that comes later: when it is drawn, or ahead of that by `useFetchAhead`. */
export function later<Module>(load: () => Promise<Module>): Later<Module> {
  const listeners = new Set<() => void>();
  let loaded: Module | undefined;
  let failure: { error: unknown } | undefined;
  let fetching: Promise<Module> | undefined;
  const fetch = () => {
    fetching ??= untilLoaded(load)
      .then(
        (module) => (loaded = module),
        (error: unknown) => {
          failure = { error };
          throw error;
        },
      )
      .finally(() => listeners.forEach((tell) => tell()));
    return fetching;
  };
  const ready = () => {
    if (failure) throw failure.error;
    return loaded;
  };
  const onArrival = (tell: () => void) => {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  };
  parts.add(fetch);
  return { fetch, ready, onArrival };
}

/** The module as soon as it is there, fetching it where it is wanted. */
export function useLater<Module>(part: Later<Module>, wanted = true): Module | undefined {
  useEffect(() => {
    if (wanted) void part.fetch();
  }, [part, wanted]);
  return useSyncExternalStore(part.onArrival, part.ready, () => undefined);
}

interface PartOptions {
  /** Its stand-in does at first: drawing it doesn't fetch it, fetching ahead does. */
  patient?: boolean;
}

/** A component that comes later. One that is there already shows at once; `fetch` brings it ahead of that. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting?: ComponentType,
  { patient = false }: PartOptions = {},
) {
  const part = later(() => load().then((Part) => ({ Part })));
  function LazyPart(props: Props) {
    const fetched = useLater(part, !patient);
    if (fetched) return <fetched.Part {...props} />;
    return Waiting ? <Waiting /> : null;
  }
  return Object.assign(LazyPart, { fetch: part.fetch });
}

/**
 * Fetches every later part when the browser is idle, `first` before the others, so that none is missed when the server goes
 * away.
 */
export function useFetchAhead(reachable: boolean, first: Pick<Later<unknown>, 'fetch'>): void {
  useEffect(() => {
    if (!reachable) return;
    for (const go of waiting) go();
    let left = false;
    void fetchAll(first.fetch, () => left);
    return () => {
      left = true;
    };
  }, [reachable, first]);
}

/** One after the other, each in a pause of its own, with those that a part brings itself. */
async function fetchAll(first: () => Promise<unknown>, left: () => boolean): Promise<void> {
  await aPause();
  if (left()) return;
  await first();
  for (const fetch of parts) {
    await aPause();
    if (left()) return;
    await fetch();
  }
  performance.mark('fetched-ahead');
}

/** Resolves when the browser has nothing better to do, or after some seconds. */
function aPause(): Promise<void> {
  return new Promise((resolve) => {
    if (window.requestIdleCallback) window.requestIdleCallback(() => resolve(), { timeout: IDLE_LIMIT_MS });
    else setTimeout(resolve, TRY_AGAIN_MS);
  });
}

async function untilLoaded<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ChunkLoadError') throw error;
      await anotherTry();
    }
  }
}

/** Resolves a while later, or as soon as the server is said to be back. */
function anotherTry(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, TRY_AGAIN_MS);
    waiting.add(go);
  });
}
