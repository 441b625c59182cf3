import type { ServerResponse } from 'node:http';
import type { Config } from './config';

const YEAR_S = 365 * 24 * 60 * 60;

/** Where the address that people open is https, tells their browsers to use nothing else for a year. */
export function askForHttps(response: ServerResponse, { publicUrl }: Pick<Config, 'publicUrl'>): void {
  if (!publicUrl.startsWith('https://')) return;
  response.setHeader('Strict-Transport-Security', `max-age=${YEAR_S}`);
}
