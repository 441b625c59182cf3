import type { Piece } from '@/domain/search';

/** A person's own words, what was searched for marked; plain text, whatever it looks like. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="voice whitespace-pre-wrap" dir="auto">
      {pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
    </p>
  );
}
