import pino, { type Logger } from 'pino';

export type { Logger };

/** A logger of JSON lines on standard error, so that standard output stays free for what a script asks for. */
export function openLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
