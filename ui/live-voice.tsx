'use client';

import { later, useLater } from './later';
import { Said, type SaidProps } from './said';

// What finds links knows every kind of address there is; most words hold none, and can be read before it is there.
const links = later(() => import('./links'));
const MAY_LINK = /\/|www\.|mailto:/i;

interface LiveVoiceProps extends SaidProps {
  /** Plain text, as it was written. Nothing in it is ever read as markup. */
  children: string;
}

/** A person's own words in the room; links become clickable a moment later. */
export function LiveVoice({ children, ...rest }: LiveVoiceProps) {
  const wanted = MAY_LINK.test(children);
  const found = useLater(links, wanted);
  return <Said {...rest} pieces={found && wanted ? found.linkPieces(children) : [{ text: children }]} />;
}
