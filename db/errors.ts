/** What became of a statement that failed, for whoever must decide whether to try again. */
export type Failure =
  /** Another server appended to the log first. */
  | 'raced'
  /** A command of the batch is in the log already. */
  | 'repeated'
  /** A deadlock, a serialisation failure, a number or a day that somebody else took, or what it rests on failed: try again. */
  | 'again'
  /** The rows themselves can't be stored. */
  | 'content'
  /** The connection was lost, or the server can't work now: nobody knows whether it was stored. */
  | 'lost'
  | 'unexpected';

interface PostgresFault {
  code?: unknown;
  constraint_name?: unknown;
  cause?: unknown;
}

/** Reads an error of PostgreSQL, of the connection, or of Drizzle around either. */
export function failureOf(error: unknown): Failure {
  const { code, constraint_name: constraint, cause } = (error ?? {}) as PostgresFault;
  if (typeof code !== 'string') return cause ? failureOf(cause) : 'unexpected';
  if (!/^[0-9A-Z]{5}$/.test(code) || /^[A-Z]{5}$/.test(code)) return 'lost';
  if (code === '23505') {
    if (constraint === 'events_session_id_seq_pk') return 'raced';
    if (constraint === 'events_command') return 'repeated';
    if (constraint === 'sessions_lab_number' || constraint === 'sessions_lab_slot') return 'again';
  }
  // `append` divides by nought where the log lacks what a batch rests on.
  if (code === '22012') return 'again';
  if (code === '40001' || code === '40P01' || code === '55P03') return 'again';
  if (code.startsWith('22') || code.startsWith('23')) return 'content';
  if (/^(08|53|57|58)/.test(code)) return 'lost';
  return 'unexpected';
}
