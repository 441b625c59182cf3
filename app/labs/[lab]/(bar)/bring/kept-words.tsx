import type { Kept } from '@/app/deal/keeper';

const WORDS: Record<Kept, string> = {
  none: 'Kept as you write.',
  keeping: 'Keeping it.',
  kept: 'Draft kept. You can close this page.',
  local: 'Kept on this device; the lab can’t be reached just now.',
};

/** Where what is being written is kept by now. */
export function KeptWords({ kept, blank }: { kept: Kept; blank: boolean }) {
  return (
    <span className="meta" role="status">
      {blank && kept !== 'local' ? WORDS.none : WORDS[kept]}
    </span>
  );
}
