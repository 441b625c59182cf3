import type { LifeAnswer } from '@/domain/scenario-life';
import { firstName } from '@/domain/vocabulary';
import { Voice } from '@/ui/voice';

/** Now that a deal's outcome is known: what its rep had said when they were asked why they cared about it. */
export function ThenSaid({ said, rep }: { said: readonly LifeAnswer[]; rep: string }) {
  if (said.length === 0) return null;
  return (
    <section aria-label="What was said then" className="my-4">
      {said.map(({ questionId, sessionNumber, question, body }, at) => (
        <div key={questionId} className="mt-3">
          <p className="meta">
            {at === 0 && 'Now that it is over. '}In the closing round of session {sessionNumber} {firstName(rep)} was
            asked: <span dir="auto">{question}</span>
          </p>
          <Voice className="mt-1">{body}</Voice>
        </div>
      ))}
    </section>
  );
}
