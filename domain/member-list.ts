import { z } from 'zod';
import { newInvitation } from './lab';
import { counted } from './number-words';
import { email, personName } from './people';
import { ROLES, type Role } from './vocabulary';

/** What a lab knows of an address: whether it is a member's, was removed, or has an invitation that is still open. */
export type EmailStanding = 'member' | 'removed' | 'invited';

/** Whether an address can be invited, from what the lab knows of it. */
export function canInvite(standing: EmailStanding | undefined): boolean {
  return standing === undefined;
}

/** Why an address is not invited, in a sentence. */
export const STANDING_WORDS: Record<EmailStanding, string> = {
  member: 'Is a member already.',
  removed: 'Was removed by a host. Let them back in, under Removed.',
  invited: 'Has an invitation already, which is still open.',
};

/** One person to invite, as a host types them. */
export const newInvited = z.object({
  email,
  role: z.enum(ROLES, 'Choose a role.'),
  days: newInvitation.shape.days,
});

/** More lines are not read at once, nor a longer text. */
export const MOST_LINES = 200;
export const MOST_LIST_CHARS = 100_000;
/** No letter takes more bytes in a file. */
export const MOST_LIST_BYTES = 4 * MOST_LIST_CHARS;
export const LIST_TOO_LARGE = 'This file is too large for a list of people.';

/** One line of a list, as it was read and what is to be said of it. */
export interface ListLine {
  /** From 1, without the line of headings. */
  line: number;
  name: string;
  email: string;
  role: Role;
  /** As it was typed. */
  typedRole: string;
  /** What is wrong with it, each a sentence; none where it is ready. */
  problems: string[];
}

export type ReadList = { lines: ListLine[] } | { refused: string };

const HEADINGS: Record<'name' | 'email' | 'role', readonly string[]> = {
  email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'address'],
  name: ['name', 'full name'],
  role: ['role', 'as'],
};

/**
 * Reads a list of people from its cells, the first row being headings in any order; only the email is needed. A line is ready
 * or says what it lacks: a bad address, a role that there is not, an address that came before. A list that can't be read
 * at all is refused, in a sentence.
 */
export function readList(rows: readonly (readonly string[])[]): ReadList {
  const [headings, ...rest] = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (!headings) return { refused: 'This list is empty.' };
  const columns = columnsOf(headings);
  if (columns.email === undefined) {
    return { refused: 'The first line names the columns: email, and name and role where you have them.' };
  }
  if (rest.length === 0) return { refused: 'There is nobody below the headings.' };
  if (rest.length > MOST_LINES) {
    return { refused: `${rest.length} lines: at most ${MOST_LINES} are read at once. Cut the list in parts.` };
  }
  const first = new Map<string, number>();
  const lines = rest.map((row, index) => {
    const line = readLine(row, columns, index + 1);
    const before = first.get(line.email);
    if (before !== undefined) line.problems.push(`Is on line ${before} already.`);
    else if (line.email !== '') first.set(line.email, line.line);
    return line;
  });
  return { lines };
}

/** The lines with what the lab knows of their addresses; a line says all that is wrong with it. */
export function withStandings(lines: readonly ListLine[], standings: ReadonlyMap<string, EmailStanding>): ListLine[] {
  return lines.map((line) => {
    const standing = standings.get(line.email);
    return standing ? { ...line, problems: [...line.problems, STANDING_WORDS[standing]] } : line;
  });
}

/** "Six lines read. Four are ready, two need a look; nothing is sent yet." */
export function listSentence(lines: readonly ListLine[]): string {
  const ready = lines.filter(({ problems }) => problems.length === 0).length;
  const rest = lines.length - ready;
  const read = `${counted(lines.length, 'line')} read.`;
  const [a, b] = [`${counted(ready, 'is', 'are')} ready`, `${counted(rest, 'needs', 'need')} a look`];
  const parts = rest === 0 ? a : ready === 0 ? b : `${a}, ${b}`;
  return [read, `${parts}; nothing is sent yet.`].map((part) => part[0]?.toUpperCase() + part.slice(1)).join(' ');
}

type Columns = Partial<Record<keyof typeof HEADINGS, number>>;

function columnsOf(headings: readonly string[]): Columns {
  const plain = headings.map((heading) => heading.normalize('NFKC').trim().toLowerCase());
  const at = (names: readonly string[]) => plain.findIndex((heading) => names.includes(heading));
  const found = Object.entries(HEADINGS).map(([column, names]) => [column, at(names)] as const);
  return Object.fromEntries(found.filter(([, place]) => place >= 0));
}

function readLine(row: readonly string[], columns: Columns, line: number): ListLine {
  const cell = (column: keyof Columns) => {
    const place = columns[column];
    return place === undefined ? '' : (row[place] ?? '').trim();
  };
  const problems: string[] = [];
  const name = cell('name');
  if (name !== '' && !personName.safeParse(name).success) problems.push('The name is too long, or can’t be kept.');
  const typed = cell('email');
  const read = email.safeParse(typed);
  if (!read.success) problems.push(addressProblem(typed));
  const typedRole = cell('role');
  const role = typedRole === '' ? 'rep' : ROLES.find((one) => one === typedRole.toLowerCase());
  if (!role) problems.push(`“${typedRole.slice(0, 40)}” is no role here: host, rep or observer.`);
  return { line, name, email: read.success ? read.data : typed, role: role ?? 'rep', typedRole, problems };
}

function addressProblem(typed: string): string {
  if (typed === '') return 'Has no email.';
  const [, domain] = typed.split('@');
  if (!domain) return `${typed.slice(0, 60)} is no email address.`;
  return domain.includes('.')
    ? `${typed.slice(0, 60)} can’t be an address.`
    : `${typed.slice(0, 60)} needs an ending, such as .example.`;
}
