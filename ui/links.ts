import { linkifyit } from 'linkify-it';

// A file name such as plan.sh must not become a link to a stranger's site: only what says http, www or has a path.
const links = linkifyit({ fuzzyEmail: false, fuzzyIP: false, fuzzyLink: true }).add('ftp:', null).add('//', null);

export interface Piece {
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
