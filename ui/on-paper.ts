/** So many characters are a few lines even in a narrow column. */
const FEW = 800;

/** The class of what people wrote at length: it flows on over a page of paper, where a few lines stay on one. */
export function onPaper(words: readonly string[], few = FEW): 'flows' | undefined {
  return words.reduce((length, one) => length + one.length, 0) <= few ? undefined : 'flows';
}
