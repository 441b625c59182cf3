import type { Logger } from './log';

/**
 * Keeps the process alive through one fault: where a connection is lost in the middle of a transaction, postgres.js
 * writes the transaction's next statement to the closed socket, in a moment of its own where nobody can catch what it
 * throws. The transaction itself fails as it should. Anything else that nobody caught ends the process, as ever.
 */
export function outliveLostWrites(log: Pick<Logger, 'warn' | 'fatal'>): void {
  process.on('uncaughtException', (error) => {
    if (isLostWrite(error)) {
      log.warn('a connection to the database was lost in a transaction');
      return;
    }
    log.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  });
}

function isLostWrite(error: unknown): boolean {
  return error instanceof TypeError && /\bnextWrite \(?.*[\\/]postgres[\\/]/.test(error.stack?.split('\n')[1] ?? '');
}
