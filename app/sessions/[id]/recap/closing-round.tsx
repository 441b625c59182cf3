import { capital } from '@/domain/number-words';
import type { FloorQuestion, Id } from '@/domain/session';
import { onPaper } from '@/ui/on-paper';
import { Voice } from '@/ui/voice';

interface ClosingRoundProps {
  question: FloorQuestion;
  name: (id: Id) => string;
}

/** A question that everyone was asked at the end, and the answers. */
export function ClosingRound({ question, name }: ClosingRoundProps) {
  return (
    <section className="close" aria-labelledby={`question-${question.id}`}>
      <div>
        <p className="meta b">The closing round, asked by {name(question.by)}</p>
        <h2 id={`question-${question.id}`} className="q" dir="auto">
          {question.body}
        </h2>
      </div>
      <ol className="as">
        {question.answers.map(({ by, body }) => (
          <li key={by} className={onPaper([body])}>
            <b className="small">{capital(name(by))}</b>
            <Voice>{body}</Voice>
          </li>
        ))}
        {question.answers.length === 0 && <li className="soft">Nobody has answered.</li>}
      </ol>
    </section>
  );
}
