import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Which build of the pages this server serves; the same word for all that run from source. */
export async function buildVersion(): Promise<string> {
  const file = path.join(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID');
  if (process.env.NODE_ENV !== 'production') return 'development';
  return (await readFile(file, 'utf8').catch(() => 'development')).trim();
}
