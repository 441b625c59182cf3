import { linkPieces } from './links';
import { Said, type SaidProps } from './said';

interface VoiceProps extends SaidProps {
  /** Plain text, as it was written. Nothing in it is ever read as markup. */
  children: string;
}

/** A person's own words on a page, with their links. In the room: `LiveVoice`. */
export function Voice({ children, ...rest }: VoiceProps) {
  return <Said {...rest} pieces={linkPieces(children)} />;
}
