import type { ReactNode } from 'react';
import { Check, TriangleAlert } from 'lucide-react';
import type { ListLine } from '@/domain/member-list';
import { Icon } from '@/ui/icon';

interface LineTableProps<Line extends ListLine> {
  lines: readonly Line[];
  /** What is said of a line that lacks nothing. */
  outcome: (line: Line) => ReactNode;
}

/** A list of people line by line: each is ready, or says what it lacks. */
export function LineTable<Line extends ListLine>({ lines, outcome }: LineTableProps<Line>) {
  return (
    <table className="list-lines num mt-4">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Role</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td className="meta">{line.line}</td>
            <td className="who-is">{line.name}</td>
            <td className="address">{line.email}</td>
            <td className="as">{line.typedRole}</td>
            <td className="came">
              {line.problems.length > 0 ? (
                <span className="err">
                  <Icon as={TriangleAlert} />
                  <span>{line.problems.join(' ')}</span>
                </span>
              ) : (
                <span className="row top gap-[7px]">
                  <Icon as={Check} />
                  <span>{outcome(line)}</span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
