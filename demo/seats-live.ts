import { champions, clinic, price, renewal, SPARE } from './deals-live';
import type { Deal, Seat } from './script';

/** What the simulated people say about the deals of a living room. */
const known: Seat[] = [
  {
    deal: champions,
    secondedBy: ['amara', 'sam', 'jonas'],
    clarify: [
      {
        by: 'sam',
        kind: 'question',
        body: 'Which of the three has sat in front of the board before?',
        answer: 'Safety, twice. Both times for bad news.',
      },
      {
        by: 'amara',
        kind: 'question',
        body: 'What does a wrong dock cost them?',
        answer: 'About four thousand, and a driver who goes home late.',
      },
      {
        by: 'devon',
        kind: 'question',
        body: 'Have the three ever been in one room without you?',
        answer: 'I do not know. That is a good question.',
      },
      {
        by: 'jonas',
        kind: 'question',
        body: 'What did you leave out of the document that all three would have kept?',
        answer: 'The dispatcher’s arm. It felt rude.',
      },
    ],
    reads: { devon: 'yyuuy', jonas: 'yyynu', sam: 'yyuuu', amara: 'yyuny' },
    coach: [
      {
        by: 'sam',
        kind: 'challenge',
        body: 'They do not disagree about you. They disagree about who gets the credit. Which of those can you fix?',
        helpful: true,
      },
      {
        by: 'amara',
        kind: 'advice',
        body: 'Put the photograph of the arm on page one and no names at all. Then ask all three who should carry it in.',
        helpful: true,
      },
      {
        by: 'devon',
        kind: 'story',
        body: 'I had three champions once. The one who won it for me was the fourth, the assistant who booked the room.',
      },
      {
        by: 'jonas',
        kind: 'advice',
        body: 'Ask each of them who they think should own it. Two of them will name the same person.',
        helpful: true,
      },
      {
        by: 'tom',
        kind: 'challenge',
        body: 'The board meets on Friday whether you help or not. Whose voice will they hear if you do nothing?',
      },
      {
        by: 'sam',
        kind: 'resource',
        body: 'My one-page decision sheet: who asks, who pays, who is woken at night. I will put it in the chat of the call.',
      },
      { by: 'amara', kind: 'question', body: 'Would the dispatcher come?' },
      { by: 'devon', kind: 'advice', body: 'Let safety speak. Bad news twice means that the board believes them.' },
    ],
    commitment: {
      decision: 'change',
      nextStep:
        'One page with the dispatcher’s arm on it. Ask all three who should carry it to the board, and go with that person.',
      dueInDays: 4,
      uses: ['amara', 'jonas'],
    },
  },
  {
    deal: price,
    secondedBy: ['priya', 'devon'],
    clarify: [
      {
        by: 'priya',
        kind: 'question',
        body: 'What did you feel when they asked the first time?',
        answer: 'That I would lose them if I did not answer, and if I did.',
      },
      {
        by: 'sam',
        kind: 'question',
        body: 'What is the range made of?',
        answer: 'How many sensors. Which I would know if I had seen the shed.',
      },
      {
        by: 'amara',
        kind: 'question',
        body: 'Who told them to ask the price first?',
        answer: 'The last three vendors, I suppose.',
      },
    ],
    reads: { devon: 'unnyu', priya: 'nnnyu', sam: 'uunyu', amara: 'unnyn' },
    coach: [
      {
        by: 'priya',
        kind: 'advice',
        body: 'Give them the price at once, for the smallest thing that you sell. Then ask what it would have to stop to be worth it.',
        helpful: true,
      },
      {
        by: 'devon',
        kind: 'challenge',
        body: 'This is your one other deal. Would you answer the price like this if you had five?',
        helpful: true,
      },
      {
        by: 'amara',
        kind: 'story',
        body: 'I said: it costs less than the last boat you had to strip. He said: how do you know about that?',
        helpful: true,
      },
      { by: 'sam', kind: 'advice', body: 'Ask to see the shed on a cold morning. Nobody asks the price of a visit.' },
      { by: 'tom', kind: 'question', body: 'What goes wrong in a shed with one heater?' },
      {
        by: 'devon',
        kind: 'resource',
        body: 'Three questions I carry on a card: what breaks, who notices, what happens next. In that order.',
      },
    ],
    commitment: {
      decision: 'change',
      nextStep:
        'Ring the owner, name the price of the smallest kit, and ask to come to the shed at seven in the morning.',
      dueInDays: 3,
      uses: ['priya', 'amara'],
    },
  },
  {
    deal: renewal,
    secondedBy: ['jonas'],
    clarify: [
      {
        by: 'jonas',
        kind: 'question',
        body: 'Who uses it at night, by name?',
        answer: 'Wendell. He rings me when it is slow. He has not rung since September.',
      },
      {
        by: 'amara',
        kind: 'question',
        body: 'What did the reorg want to fix?',
        answer: 'I never asked. I was busy being worried.',
      },
      {
        by: 'priya',
        kind: 'question',
        body: 'Do the two new people know that you exist?',
        answer: 'By invoice, I would think.',
      },
    ],
    reads: { priya: 'yuuuy', jonas: 'yyunu', sam: 'yuunu', amara: 'yyuuu' },
    coach: [
      {
        by: 'amara',
        kind: 'challenge',
        body: 'You are waiting for somebody to tell you that you are safe. That is not their job.',
        helpful: true,
      },
      {
        by: 'jonas',
        kind: 'advice',
        body: 'Ring Wendell tonight, not to sell. Ask him what his new boss has asked him for.',
        helpful: true,
      },
      {
        by: 'priya',
        kind: 'advice',
        body: 'Write to the new one: here is what stops if this stops, and here is who would tell you so.',
        helpful: true,
      },
      {
        by: 'sam',
        kind: 'story',
        body: 'A renewal of mine was quiet for ten weeks. They had thought that it renewed by itself.',
      },
      {
        by: 'tom',
        kind: 'challenge',
        body: 'Usage is up by a third and you are afraid. What does that tell you about where you look?',
      },
    ],
    commitment: {
      decision: 'pursue',
      nextStep:
        'Ring Wendell on the night shift, then write half a page to the new head about what the night team would lose.',
      dueInDays: 2,
      uses: ['amara', 'jonas'],
    },
  },
  {
    deal: clinic,
    secondedBy: ['priya', 'amara'],
    clarify: [
      {
        by: 'devon',
        kind: 'question',
        body: 'Who was in the room at the first demo and at none since?',
        answer: 'The lab lead.',
      },
      {
        by: 'priya',
        kind: 'question',
        body: 'What would they have to see in the fifth that was not in the fourth?',
        answer: 'Nobody has said.',
      },
      {
        by: 'jonas',
        kind: 'question',
        body: 'What do the drives across town cost?',
        answer: 'A driver and a van, and the mornings when it snows.',
      },
    ],
    reads: { devon: 'yuunn', priya: 'yyunu', jonas: 'yuunu', sam: 'yyunn', amara: 'yuunu' },
    coach: [
      {
        by: 'sam',
        kind: 'advice',
        body: 'Say yes to the fifth, on one condition: that they write down the question it has to answer.',
      },
      { by: 'priya', kind: 'challenge', body: 'Four demos is a play with a run. Who is it for?' },
      { by: 'devon', kind: 'advice', body: 'Ride in the van for a morning. Then show them the van.' },
      {
        by: 'amara',
        kind: 'story',
        body: 'I stopped at three and asked the room to demo it to me. They got stuck at who pays.',
      },
    ],
    commitment: { decision: 'change', nextStep: 'Ride along in the van.', dueInDays: 6, uses: ['devon'] },
  },
];

const spare = (deal: Deal | undefined, nextStep: string): Seat[] =>
  deal
    ? [
        {
          deal,
          secondedBy: [],
          clarify: [],
          reads: {},
          coach: [],
          commitment: { decision: 'change', nextStep, dueInDays: 5, uses: [] },
        },
      ]
    : [];

const rest = [
  ...spare(SPARE[0], 'Ring the council, say that page nine names a maker, and ask what it was meant to keep out.'),
  ...spare(SPARE[1], 'Bring a calendar to the kitchen table and leave when a day has a circle round it.'),
  ...spare(
    SPARE[2],
    'Ask the mill director to tell the story of that weekend, from the start, and write down what he would need.',
  ),
  ...spare(SPARE[3], 'Ask each of them for ten minutes with the other, the same ten minutes.'),
];

export const SEATS: Seat[] = [...known, ...rest];

export const seatFor = (title: string): Seat | undefined => SEATS.find(({ deal }) => deal.title === title);
