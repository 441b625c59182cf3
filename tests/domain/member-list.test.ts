import { describe, expect, test } from 'vitest';
import { listSentence, MOST_LINES, readList, withStandings, type ListLine } from '@/domain/member-list';

const linesOf = (rows: string[][]): ListLine[] => {
  const read = readList(rows);
  if ('refused' in read) throw new Error(read.refused);
  return read.lines;
};
const problems = (rows: string[][]) => linesOf(rows).map((line) => line.problems);

describe('a list of people', () => {
  test('has its headings in any order and case, and only the email is needed', () => {
    const [line] = linesOf([
      ['ROLE', ' E-Mail ', 'Name', 'Phone'],
      ['Observer', ' Noor@Tidewell.Example ', 'Noor Haddad', '12'],
    ]);
    expect(line).toMatchObject({
      line: 1,
      name: 'Noor Haddad',
      email: 'noor@tidewell.example',
      role: 'observer',
      problems: [],
    });
    expect(linesOf([['email'], ['leo@tidewell.example']])).toMatchObject([{ role: 'rep', typedRole: '', name: '' }]);
  });

  test('says of each line what it lacks, all at once, and of the others nothing', () => {
    const said = problems([
      ['name', 'email', 'role'],
      ['Aiko Mori', 'aiko@tidewell.example', 'rep'],
      ['Grace Lund', 'grace.lund@tidewell', 'manager'],
      ['', '', ''],
      ['Nobody', '', ''],
      ['Aiko again', 'AIKO@tidewell.example', ''],
      ['Sam', 'sam at tidewell.example'],
      ['Ann', 'ann@@tidewell..example', 'host'],
    ]);
    expect(said).toEqual([
      [],
      ['grace.lund@tidewell needs an ending, such as .example.', '“manager” is no role here: host, rep or observer.'],
      ['Has no email.'],
      ['Is on line 1 already.'],
      ['sam at tidewell.example is no email address.'],
      [expect.stringMatching(/address/)],
    ]);
  });

  test('knows members, the removed and the invited', () => {
    const lines = linesOf([['email'], ['a@lab.example'], ['b@lab.example'], ['c@lab.example'], ['d@lab.example']]);
    const known = withStandings(
      lines,
      new Map([
        ['a@lab.example', 'member'],
        ['b@lab.example', 'removed'],
        ['c@lab.example', 'invited'],
      ]),
    );
    expect(known.map((line) => line.problems.length)).toEqual([1, 1, 1, 0]);
    expect(known[1]!.problems[0]).toMatch(/Let them back in/);
    expect(listSentence(known)).toBe('Four lines read. One is ready, three need a look; nothing is sent yet.');
    expect(listSentence(lines)).toBe('Four lines read. Four are ready; nothing is sent yet.');
  });

  test('is refused as a whole where it can’t be read, with what to do', () => {
    for (const [rows, why] of [
      [[], /empty/],
      [[['']], /empty/],
      [[['aiko@tidewell.example']], /names the columns/],
      [[['email']], /nobody/],
      [[['email'], ...Array.from({ length: MOST_LINES + 1 }, (_, at) => [`p${at}@x.example`])], /at most 200/],
    ] as const) {
      expect(readList(rows)).toEqual({ refused: expect.stringMatching(why) });
    }
  });
});
