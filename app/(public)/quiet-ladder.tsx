import { Ladder } from '@/ui/ladder/ladder';

/** The half page beside a form: the five statements, all held. */
export function QuietLadder() {
  return (
    <aside aria-hidden="true" className="quiet-ladder">
      <Ladder
        size="display"
        surface="sunk"
        view={{ mode: 'solo', read: ['yes', 'yes', 'yes', 'yes', 'yes'] }}
        hideAnswers
        decorative
      />
    </aside>
  );
}
