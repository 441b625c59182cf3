import { spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';

/** A database of a test's own, beside its server: what has happened in it can be moved into the past. */
export interface Past {
  databaseUrl: string;
  /** So much time passes: ends of sessions, commitments and reports lie that much further back. */
  passes: (minutes: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function openPast(): Promise<Past> {
  const folder = await makeDataDir();
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-server.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const databaseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const url = /url (\S+)/.exec(String(chunk))?.[1];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error('The database ended.')));
  });
  const sql = postgres(databaseUrl, { max: 1 });
  return {
    databaseUrl,
    passes: async (minutes) => {
      const gone = sql`${minutes} * interval '1 minute'`;
      await sql`update sessions set ended_at = ended_at - ${gone} where ended_at is not null`;
      await sql`update commitments set made_at = made_at - ${gone}`;
      await sql`update checkins set at = at - ${gone}`;
    },
    close: async () => {
      if (child.exitCode !== null) return;
      await sql.end();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await removeDataDir(folder);
    },
  };
}

/** An IANA zone in which it is between nine in the morning and eight in the evening now. */
export function zoneByDay(now = new Date()): string {
  const zones = ['Europe/London', 'Asia/Tokyo', 'America/New_York', 'Pacific/Auckland', 'Pacific/Honolulu'];
  const hour = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(now));
  const zone = zones.find((one) => hour(one) >= 9 && hour(one) < 20);
  if (!zone) throw new Error('It is night everywhere.');
  return zone;
}

/** So many days from now, as a date field takes it. */
export function daysFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
