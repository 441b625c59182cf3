import clsx from 'clsx';
import { openRungText } from '@/domain/ladder';
import { RUNG_COUNT, type Answer } from '@/domain/vocabulary';

interface MiniLadderProps {
  /** Null: hidden until the reveal, an empty outline. */
  read: readonly Answer[] | null;
  /** The lowest open rung, 1 to 5, drawn in ember. */
  open?: number | null;
  whose?: 'own' | 'room';
  large?: boolean;
  /** The same is said in words beside it. */
  silent?: boolean;
}

const CLASSES: Record<Answer, string> = { yes: 'y', unsure: 'u', no: 'n' };

function words(read: readonly Answer[] | null, open: number | null, whose: 'own' | 'room'): string {
  if (!read) return 'Own read is hidden until the reveal';
  const yes = read.filter((answer) => answer === 'yes').length;
  return `${whose === 'own' ? 'Own' : 'Room’s'} read: ${yes} of ${RUNG_COUNT} rungs yes, ${openRungText(open)}`;
}

/** The ladder as a glyph in lists. */
export function MiniLadder({ read, open = null, whose = 'own', large, silent }: MiniLadderProps) {
  const label = words(read, open, whose);
  return (
    <svg
      className={clsx('mini', large && 'lg')}
      viewBox="0 0 30 34"
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path className="r" d="M1 33.5 9 .5M29 33.5 21 .5" />
      {Array.from({ length: RUNG_COUNT }, (_, rung) => {
        const answer = read?.[rung];
        const x = 2.1 + rung * 1.5;
        return (
          <rect
            key={rung}
            x={x.toFixed(1)}
            y={(29 - rung * 6.2).toFixed(1)}
            width={(30 - 2 * x).toFixed(1)}
            height="3"
            className={open === rung + 1 ? 'o' : answer ? CLASSES[answer] : 'h'}
          />
        );
      })}
    </svg>
  );
}
