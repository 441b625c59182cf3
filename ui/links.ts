import { linkifyit } from 'linkify-it';

/** Whatever becomes a link has one of these. */
const MAYBE = /[:/]|www\./i;

type Finder = ReturnType<typeof linkifyit>;
let finder: Finder | undefined;

/** Making it is dear, and most words have no link. A file name such as plan.sh must not become one to a stranger's site. */
function links(): Finder {
  finder ??= linkifyit({ fuzzyEmail: false, fuzzyIP: false, fuzzyLink: true }).add('ftp:', null).add('//', null);
  return finder;
}

export interface Piece {
  text: string;
  href?: string;
}

/** Cuts plain text into words and links. Only http, https and mailto ever become links. */
export function linkPieces(text: string): Piece[] {
  if (!MAYBE.test(text)) return text === '' ? [] : [{ text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of links().match(text) ?? []) {
    if (!match.schema && !/^www\.|\//i.test(match.raw)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match.text, href: match.url });
    from = match.lastIndex;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
