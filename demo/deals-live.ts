import type { Deal } from './script';

/** What waits in the queue now. */

export const price: Deal = {
  rep: 'jonas',
  title: 'They want the price before the problem',
  account: 'Maren Boats',
  stage: 'First meeting',
  thousands: 38,
  ageDays: 16,
  story:
    'Each call begins with what it costs. I have said that it depends, which is true, and heard myself sound shifty. ' +
    'They build eleven boats a year in a shed with one heater. I do not know what goes wrong there, because we have never ' +
    'got that far.',
  ask: 'How do I answer the price and still get to ask about the shed?',
  tried: 'A range. They wrote down the low end.',
  ladder: 'unnyu',
  evidence: ['', '', '', 'The owner is on every call.'],
  otherLiveDeals: 1,
  lifeOrDeath: 4,
};

export const renewal: Deal = {
  rep: 'devon',
  title: 'Renewal went quiet after their reorg',
  account: 'Fenwick Assurance',
  stage: 'Renewal',
  thousands: 62,
  ageDays: 28,
  deadlineIn: 26,
  story:
    'Three good years. In September they drew a new chart, and the woman who bought us now has two people between her and ' +
    'the budget. My mails are read, I can see that, and none is answered. Usage is higher than it ever was.',
  ask: 'Do I wait for the dust, or walk into it?',
  tried: 'A review meeting, accepted and moved three times.',
  pain: 'Without us the night team goes back to paper.',
  money: 'It was in last year’s budget by name.',
  ladder: 'yyuuy',
  evidence: ['Usage is up by a third.', 'The night team says so.', '', '', 'They chose us three times.'],
  otherLiveDeals: 5,
  lifeOrDeath: 3,
};

export const champions: Deal = {
  rep: 'priya',
  title: 'Three champions and no decision',
  account: 'Orrin Freight',
  stage: 'Proposal',
  thousands: 240,
  ageDays: 91,
  deadlineIn: 5,
  story:
    'Dispatch wants it, safety wants it and the depot manager wants it, each for a reason of their own. In the same room ' +
    'they argue about whose project it is. Their night dispatcher still writes loads on her arm. The board meets on Friday.',
  ask: 'Which of the three do I help first?',
  tried: 'One document for all three. Each crossed out the others’ page.',
  pain: 'Two loads a week go to the wrong dock.',
  money: 'There is a figure, and three people who think that it is theirs.',
  authority: 'The board, on Friday, if somebody puts it in front of them.',
  ladder: 'yyyuy',
  evidence: [
    'I saw the arm.',
    'All three told me before I asked.',
    'Each has a date in mind.',
    'The board can. I do not know who speaks to it.',
    'They asked us, nobody else.',
  ],
  otherLiveDeals: 3,
  lifeOrDeath: 3,
};

export const clinic: Deal = {
  rep: 'marisol',
  title: 'The clinic that asks for one more demo',
  account: 'Aldgate Clinic',
  stage: 'Demo',
  thousands: 46,
  ageDays: 49,
  story:
    'I have shown it four times to four different rooms. Each time somebody says that a colleague ought to see it. ' +
    'Nobody has said what would have to be true for them to stop looking.',
  ask: 'How do I say no to a fifth demo and stay in the building?',
  tried: 'A recorded one. They asked whether I could present the recording.',
  pain: 'Samples are driven across town twice a day.',
  ladder: 'yyuuu',
  evidence: ['The driver told me about the samples.', 'The lab lead sighs when they ring.'],
  otherLiveDeals: 4,
  lifeOrDeath: 2,
};

/** What the simulated reps bring when the queue runs dry, in this order. */
export const SPARE: Deal[] = [
  {
    rep: 'sam',
    title: 'A tender that was written for somebody else',
    account: 'Harrow Council',
    stage: 'Tender',
    thousands: 118,
    ageDays: 21,
    deadlineIn: 12,
    story:
      'Page nine asks for a feature that only one company makes, by its trade name. The rest would suit us. The contact is ' +
      'friendly and answers each question within the hour, with the same sentence.',
    ask: 'Do I bid, or do I ring and say what I think?',
    tried: 'Asked whether page nine is fixed. It is.',
    pain: 'Forty cold rooms, checked by somebody with a clipboard.',
    ladder: 'yyunn',
    evidence: ['I have seen the clipboard.', 'The tender says so.'],
    otherLiveDeals: 3,
    lifeOrDeath: 2,
  },
  {
    rep: 'amara',
    title: 'A yes with no date on it',
    account: 'Pell & Daughters',
    stage: 'Verbal yes',
    thousands: 29,
    ageDays: 35,
    story:
      'Both sisters said yes at the kitchen table. Since then the elder says after the harvest and the younger says any ' +
      'day now. I like them, and I notice that I ring to chat.',
    ask: 'How do I ask two people for one date?',
    pain: 'A fifth of the fruit is soft before it is sold.',
    money: 'They have it. I have seen the tin.',
    ladder: 'yyyyu',
    evidence: ['A fifth of the crop.', 'They weigh it.', 'They said yes.', 'It is theirs.'],
    otherLiveDeals: 4,
    lifeOrDeath: 1,
  },
  {
    rep: 'jonas',
    title: 'They love it and fear the move',
    account: 'Norrland Timber',
    stage: 'Evaluation',
    thousands: 84,
    ageDays: 66,
    story:
      'Every person I meet says that it is better than what they have. Then somebody mentions the weekend four years ago ' +
      'when they changed systems, and the room looks at the table.',
    ask: 'How do I sell past a bad weekend that was not mine?',
    tried: 'A migration plan of thirty pages. I think that it frightened them more.',
    pain: 'The old system stops on frosty mornings.',
    authority: 'The mill director, who was there that weekend.',
    ladder: 'yyuyu',
    evidence: [
      'It stopped twice while I was there.',
      'They laugh about it.',
      '',
      'The director comes to each meeting.',
    ],
    otherLiveDeals: 2,
    lifeOrDeath: 3,
  },
  {
    rep: 'devon',
    title: 'Two who decide and do not speak',
    account: 'Ostler Foods',
    stage: 'Proposal',
    thousands: 105,
    ageDays: 52,
    story:
      'The finance director and the site director each told me that they decide. Each told me not to bother the other. ' +
      'I have two proposals out that differ by a page, and I lie awake over the page.',
    ask: 'How do I put both of them in one room?',
    tried: 'Copied both on a mail. Neither answered that one.',
    pain: 'Three late lorries a week, and the fines for them.',
    ladder: 'yyyuu',
    evidence: ['They showed me the fines.', 'Both did.', 'Both asked for a price.'],
    otherLiveDeals: 4,
    lifeOrDeath: 3,
  },
];
