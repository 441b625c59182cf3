import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { sqlClient } from '@/db/connection';
import { migrationsCurrent } from '@/db/migrate';

const PATIENCE_MS = 2_000;

/** Where every part of the server registers what it counts. */
export const metrics = new Registry();

/** Begins to collect the process' own metrics (memory, event loop, handles). Call once. */
export function collectProcessMetrics(): void {
  collectDefaultMetrics({ register: metrics });
}

/** Answers `/healthz`, `/readyz` and `/metrics`; false for any other address, which is left untouched. */
export function answerHealth(request: IncomingMessage, response: ServerResponse, isStopping: () => boolean): boolean {
  const path = request.url?.split('?')[0];
  if (path === '/healthz') {
    send(response, 200, { status: 'up' });
  } else if (path === '/readyz') {
    void readiness(isStopping()).then((problem) =>
      send(response, problem ? 503 : 200, problem ? { status: 'not ready', problem } : { status: 'ready' }),
    );
  } else if (path === '/metrics') {
    void metrics.metrics().then((text) => {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    });
  } else {
    return false;
  }
  return true;
}

/** What stands in the way of serving people, or undefined when nothing does. */
async function readiness(stopping: boolean): Promise<string | undefined> {
  if (stopping) return 'stopping';
  try {
    const reachable = sqlClient()`select 1`.then(() => true);
    if (!(await Promise.race([reachable, pause(PATIENCE_MS, false, { ref: false })]))) return 'database unreachable';
    return (await migrationsCurrent()) ? undefined : 'migrations not current';
  } catch {
    return 'database unreachable';
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
