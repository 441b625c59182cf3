/** A stuck deal as a rep would write it. */
export function aDeal(title = 'Acme renewal', more: object = {}) {
  return {
    title,
    story: 'They went quiet after the demo.',
    ask: 'How do I reach the one who decides?',
    ladder: [
      { answer: 'yes', evidence: 'Their backlog doubled' },
      { answer: 'yes' },
      { answer: 'unsure' },
      { answer: 'no' },
      { answer: 'no' },
    ],
    pipeline: { otherLiveDeals: 2, lifeOrDeath: 4 },
    ...more,
  };
}
