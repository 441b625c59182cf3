import { RUNGS } from '@/domain/vocabulary';
import { partingRung, totalsText } from './text';
import { ANSWER_WORDS, type LadderView } from './types';

/** The ladder as a table, for those who do not see the drawing. */
export function LadderTable({ view, open, label }: { view: LadderView; open: number | null; label: string }) {
  const parting = partingRung(view);
  const caption = [
    `${label}.`,
    open !== null && `Lowest open rung: ${open}.`,
    parting !== null && `The reads part at rung ${parting}.`,
  ];
  if (view.mode === 'outline') return <p className="sr">{label}: hidden until the reveal.</p>;
  const rails = view.mode !== 'solo';
  return (
    <div className="sr">
      <table>
        <caption>{caption.filter(Boolean).join(' ')}</caption>
        <thead>
          <tr>
            <th scope="col">Rung</th>
            <th scope="col">{view.mode === 'solo' ? 'Answer' : 'Own read'}</th>
            {rails && <th scope="col">The room</th>}
          </tr>
        </thead>
        <tbody>
          {RUNGS.map((statement, rung) => (
            <tr key={statement}>
              <th scope="row">
                {rung + 1}. {statement}
              </th>
              <td>{own(view, rung)}</td>
              {rails && <td>{room(view, rung)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function own(view: LadderView, rung: number): string {
  const answer = view.mode === 'outline' ? undefined : view.read?.[rung];
  return answer ? ANSWER_WORDS[answer] : 'not known';
}

function room(view: LadderView, rung: number): string {
  const totals = view.mode === 'two' ? view.room[rung] : undefined;
  if (!totals) return 'hidden until the reveal';
  const { lead, rest } = totalsText(totals);
  return lead + rest;
}
