import { linkifyit } from 'linkify-it';
import clsx from 'clsx';

// A file name such as plan.sh must not become a link to a stranger's site: only what says http, www or has a path.
const links = linkifyit({ fuzzyEmail: false, fuzzyIP: false, fuzzyLink: true }).add('ftp:', null).add('//', null);

interface Piece {
  text: string;
  href?: string;
}

/** Cuts plain text into words and links. Only http, https and mailto ever become links. */
export function linkPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of links.match(text) ?? []) {
    if (!match.schema && !/^www\.|\//i.test(match.raw)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match.text, href: match.url });
    from = match.lastIndex;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

interface VoiceProps {
  /** Plain text, as it was written. Nothing in it is ever read as markup. */
  children: string;
  as?: 'p' | 'div' | 'dd' | 'span' | 'blockquote';
  className?: string;
}

/** A person's own words: in serif, newlines kept, links clickable, in the direction they are written. */
export function Voice({ children, as: As = 'p', className }: VoiceProps) {
  return (
    <As className={clsx('voice whitespace-pre-wrap', className)} dir="auto">
      {linkPieces(children).map((piece, at) =>
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
