import clsx from 'clsx';
import type { Piece } from './links';

export interface SaidProps {
  as?: 'p' | 'div' | 'dd' | 'span' | 'blockquote';
  className?: string;
}

/** A person's own words: in serif, newlines kept, links clickable, in the direction they are written. */
export function Said({ pieces, as: As = 'p', className }: SaidProps & { pieces: readonly Piece[] }) {
  return (
    <As className={clsx('voice whitespace-pre-wrap', className)} dir="auto">
      {pieces.map((piece, at) =>
        piece.href ? (
          <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </As>
  );
}
