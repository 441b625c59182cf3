/** Numbers that look random, and are the same in every run. */
export interface Random {
  /** From 0 to 1. */
  next: () => number;
  of: <T>(list: readonly T[]) => T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, of: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number] };
}

const COMMON = `the and you they of that to a in is it what who for with not on them have their be this would
 do from if we as at has was he she said ask one so but when never will can there about then`.split(/\s+/);
const TALK = `price budget finance contract pilot renewal meeting manager director signature decision problem customer
 procurement champion proposal discount quarter deadline competitor warehouse hospital compressor stoppage maintenance
 invoice spreadsheet board approval legal security integration training support delivery shipment factory nurse dispatcher
 scheduling backlog downtime audit supplier tender negotiation relationship promise silence reference visit demo`.split(
  /\s+/,
);
const SYLLABLES = 'ka lo mi ne ru sta ver don pel tri gan sol mar fen bri tos hul wen dar qui zan eth'.split(' ');
const RARE_COUNT = 20_000;

/** Words of a shop floor and of an office, and twenty thousand names and terms that are rare. */
export const RARE: readonly string[] = makeRare();
export { COMMON, TALK };

function makeRare(): string[] {
  const random = seeded(3);
  const words = new Set<string>();
  while (words.size < RARE_COUNT) {
    words.add(Array.from({ length: 2 + Math.floor(random.next() * 3) }, () => random.of(SYLLABLES)).join(''));
  }
  return [...words];
}

/** So many words as people write them: half of them are everywhere, a third is the trade's, the rest is rare, some far more than others. */
export function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => {
    const kind = random.next();
    if (kind < 0.5) return COMMON[skewed(random, COMMON.length)];
    if (kind < 0.85) return TALK[skewed(random, TALK.length)];
    return RARE[skewed(random, RARE.length)];
  }).join(' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** Low numbers far more often than high ones, as words go by Zipf. */
function skewed(random: Random, count: number): number {
  return Math.floor(count ** random.next()) - 1;
}
