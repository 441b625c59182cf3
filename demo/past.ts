import { brandt, castle, halden, nine, sela, tilbury, velda } from './deals-past';
import { price } from './deals-live';
import type { PastSession } from './script';

const threeWeeksAgo: PastSession = {
  rollCall: [],
  seats: [
    {
      deal: sela,
      secondedBy: ['jonas', 'priya'],
      clarify: [
        {
          by: 'devon',
          kind: 'question',
          body: 'Which row did you leave empty?',
          answer: 'Row nine. It asks for something I could not read as a question.',
        },
        {
          by: 'sam',
          kind: 'question',
          body: 'Has the plant manager seen the sheet?',
          answer: 'He laughed and said that it lives upstairs.',
        },
      ],
      reads: { marisol: 'yyyun', devon: 'yyyuu', priya: 'yyyun', jonas: 'yyynn', sam: 'yyuun' },
      coach: [
        {
          by: 'jonas',
          kind: 'advice',
          body: 'Fill in their sheet, then ask who in finance wrote row nine. Row nine is the buyer.',
          helpful: true,
        },
        {
          by: 'priya',
          kind: 'challenge',
          body: 'You have written to the sheet eleven times. When did you last write to a person?',
          helpful: true,
        },
        {
          by: 'marisol',
          kind: 'story',
          body: 'I once sent a sheet back with one cell in green: call me about this one. They did, within the hour.',
        },
        { by: 'tom', kind: 'advice', body: 'Ask the plant manager to walk you upstairs. Ten minutes, no slides.' },
      ],
      commitment: {
        decision: 'change',
        nextStep: 'Send the sheet back with row nine open, and ask who wrote it and what it would let them decide.',
        dueInDays: 5,
        uses: ['jonas', 'priya'],
      },
    },
    {
      deal: nine,
      secondedBy: ['amara'],
      clarify: [
        {
          by: 'amara',
          kind: 'question',
          body: 'What happens to them if they never decide?',
          answer: 'Nothing that I could name. That is an uncomfortable thing to type.',
        },
        {
          by: 'marisol',
          kind: 'question',
          body: 'Who loses sleep over a ship that waits?',
          answer: 'The pilots. I have never spoken to one.',
        },
      ],
      reads: { marisol: 'yunuu', priya: 'yunnu', jonas: 'yuunu', sam: 'yunnn', amara: 'yuunu' },
      coach: [
        {
          by: 'ruth',
          kind: 'challenge',
          body: 'You visit because they are kind to you. Who is paying for the kindness?',
          helpful: true,
        },
        {
          by: 'sam',
          kind: 'advice',
          body: 'Tell them that you are closing the file on Friday, and mean it. Then listen.',
          helpful: true,
        },
        {
          by: 'priya',
          kind: 'advice',
          body: 'Ring a pilot. An hour of waiting has a price, and they know it to the minute.',
        },
      ],
      commitment: {
        decision: 'pursue',
        nextStep: 'Ask the harbour master what an hour of waiting costs and who is asked about it.',
        dueInDays: 6,
        uses: ['sam'],
      },
    },
  ],
  waiting: [],
  takeaways: {
    devon: 'Being liked is not a rung.',
    amara: 'A spreadsheet has an author.',
    priya: 'Ask what happens if nothing happens.',
  },
};

const twoWeeksAgo: PastSession = {
  rollCall: [
    {
      deal: sela,
      outcome: 'won',
      note: 'Row nine was the finance director. She signed on the Tuesday.',
      ladder: 'yyyyy',
      lookingBack: 4,
    },
    { deal: nine, outcome: 'no_change', note: 'He will find out what an hour costs. He said so in June as well.' },
  ],
  seats: [
    {
      deal: velda,
      secondedBy: ['amara', 'devon', 'sam'],
      clarify: [
        {
          by: 'jonas',
          kind: 'question',
          body: 'Whose money buys the vaccine?',
          answer: 'The purchasing group’s. So perhaps their problem is bigger than the nurses’.',
        },
        {
          by: 'amara',
          kind: 'question',
          body: 'Would the head nurse come with you?',
          answer: 'I have not asked. I think that she would enjoy it.',
        },
      ],
      reads: { marisol: 'yyynu', devon: 'yyynn', jonas: 'yyunu', sam: 'yyynu', amara: 'yyynu' },
      coach: [
        {
          by: 'amara',
          kind: 'advice',
          body: 'Bring the list of thrown-away boxes and the nurse who keeps it. Let her speak first.',
          helpful: true,
        },
        {
          by: 'devon',
          kind: 'story',
          body: 'My best buyer found me because a porter complained about me to her. Complaints travel upstairs faster than praise.',
        },
        {
          by: 'tom',
          kind: 'challenge',
          body: 'Six meetings with people who cannot buy. What were you selling, comfort?',
          helpful: true,
        },
        {
          by: 'sam',
          kind: 'resource',
          body: 'The one-page waste sheet that I use with hospitals: boxes, price, who signs for the loss.',
        },
      ],
      commitment: {
        decision: 'change',
        nextStep: 'Go to the purchasing group with the head nurse and her list.',
        dueInDays: 7,
        uses: ['amara', 'tom'],
      },
    },
    {
      deal: brandt,
      secondedBy: ['priya'],
      clarify: [
        {
          by: 'priya',
          kind: 'question',
          body: 'If you did not go next week, who would ring?',
          answer: 'Nobody. I think I have known that for a while.',
        },
      ],
      reads: { marisol: 'ynnnn', devon: 'yunnn', priya: 'ynnnn', jonas: 'yunnu', amara: 'ynnnn' },
      coach: [
        {
          by: 'ruth',
          kind: 'question',
          body: 'You are selling to an empty chair. What would you do with those six hours?',
          helpful: true,
        },
        {
          by: 'jonas',
          kind: 'advice',
          body: 'Write to Ines. She is at another company now, with the same problem and a new desk.',
          helpful: true,
        },
        {
          by: 'marisol',
          kind: 'story',
          body: 'I told one that I was stepping back, and why. They sent me to their sister group.',
          helpful: true,
        },
      ],
      commitment: { decision: 'move_on', uses: ['ruth', 'jonas'] },
    },
  ],
  waiting: [],
  takeaways: {
    sam: 'Six hours a week is a deal that I am not working.',
    jonas: 'People move, and the problem moves with them.',
    marisol: 'Say why you are leaving. It is the most honest thing they hear all month.',
    ruth: 'Moving on was the best decision tonight.',
  },
};

const lastWeek: PastSession = {
  rollCall: [
    {
      deal: velda,
      outcome: 'advanced',
      note: 'The nurse spoke for ten minutes. They have asked for a price for all nine clinics.',
      ladder: 'yyyyu',
    },
    {
      deal: nine,
      outcome: 'moved_on',
      note: 'I closed the file and told them. They thanked me, which says it all.',
      lookingBack: 3,
    },
  ],
  seats: [
    {
      deal: castle,
      secondedBy: ['priya', 'marisol'],
      clarify: [
        {
          by: 'devon',
          kind: 'question',
          body: 'What did Denise say, in her words?',
          answer: 'That is the one, love. Tell me when.',
        },
      ],
      reads: { marisol: 'yyyyy', devon: 'yyyyy', priya: 'yyyyy', jonas: 'yyyyu', sam: 'yyyyy' },
      coach: [
        {
          by: 'priya',
          kind: 'challenge',
          body: 'All five are yes. You have a responsibility to help. So why are you waiting for permission?',
          helpful: true,
        },
        { by: 'sam', kind: 'advice', body: 'She said tell me when. Tell her when.', helpful: true },
        { by: 'tom', kind: 'advice', body: 'Two dates and a question mark. One text message.', helpful: true },
      ],
      commitment: {
        decision: 'pursue',
        nextStep: 'Ask Denise for a start date, with two to choose from.',
        dueInDays: 1,
        uses: ['priya', 'tom'],
      },
    },
    {
      deal: halden,
      secondedBy: ['priya', 'sam', 'amara'],
      clarify: [
        {
          by: 'devon',
          kind: 'question',
          body: 'Who has said no so far, in person?',
          answer: 'Nobody. The form comes back unsigned, without a word.',
        },
        {
          by: 'amara',
          kind: 'question',
          body: 'Has anyone who signs ever said they want it fixed?',
          answer: 'Not yet.',
        },
        {
          by: 'sam',
          kind: 'question',
          body: 'What happens to Gareth if the next one fails?',
          answer: 'He was on call both times. He would not be forgiven twice.',
        },
        {
          by: 'tom',
          kind: 'question',
          body: 'What did you promise him?',
          answer: 'That I would not go over his head.',
        },
      ],
      reads: { devon: 'yynun', priya: 'yyyuy', jonas: 'yyunu', sam: 'yyunn', amara: 'yuunn' },
      coach: [
        {
          by: 'tom',
          kind: 'challenge',
          body: 'You said yes at rung 3. Who, exactly, wants it fixed and also owns the budget line?',
          helpful: true,
        },
        {
          by: 'amara',
          kind: 'story',
          body: 'I asked my Gareth to walk the CFO past the broken line at shift change. He booked it himself.',
          helpful: true,
        },
        { by: 'devon', kind: 'question', body: 'What did the two stoppages cost them, in litres poured away?' },
        {
          by: 'priya',
          kind: 'advice',
          body: 'Write the one page Gareth would be proud to carry upstairs. His numbers, his name on it, yours nowhere.',
          helpful: true,
        },
        {
          by: 'sam',
          kind: 'resource',
          body: 'The downtime cost sheet I use with food plants. Six lines, fits on a clipboard.',
        },
        {
          by: 'devon',
          kind: 'challenge',
          body: 'What would you do on Monday if Halden had never rung you at all?',
          late: true,
        },
      ],
      commitment: {
        decision: 'change',
        nextStep:
          'Sit with Gareth on Monday and fill in the downtime page with his numbers. Ask him to take it to Inga, the CFO, himself.',
        dueInDays: 5,
        uses: ['tom', 'amara'],
      },
    },
    {
      deal: tilbury,
      secondedBy: ['jonas'],
      clarify: [
        {
          by: 'priya',
          kind: 'question',
          body: 'Who in finance knows that the pilot has no end?',
          answer: 'I would guess nobody. It costs them nothing to look at.',
        },
      ],
      reads: { marisol: 'yyynu', devon: 'yyuny', priya: 'yyynu', jonas: 'yyyny', amara: 'yyynu' },
      coach: [
        {
          by: 'jonas',
          kind: 'story',
          body: 'I ended a free pilot on a Friday. They called on the Monday with a purchase order.',
          helpful: true,
        },
        {
          by: 'ruth',
          kind: 'advice',
          body: 'Put an end date on it, in writing, and say who has to be in the room before then.',
          helpful: true,
        },
        { by: 'marisol', kind: 'challenge', body: 'What are you afraid that they find out if it stops?' },
      ],
      commitment: {
        decision: 'change',
        nextStep: 'Put an end date on the pilot and bring the two people who can say yes, one of them from finance.',
        dueInDays: 14,
        uses: ['jonas', 'ruth'],
      },
    },
  ],
  waiting: [price],
  question: {
    body: 'Why do you care so much about the one deal you brought?',
    answers: {
      marisol:
        'Because Gareth stood up for me in a meeting I was not in. I think I have been chasing the signature to pay him back, not to fix his compressors.',
      priya:
        'Their night dispatcher still writes loads on her arm. I saw it. I can stop that, and I have not yet told the person who would pay for it.',
      amara:
        'It is the first one I found myself, so I keep waiting to be sure of it. Denise has been sure for a month.',
      sam: 'I do not think I do any more. I care about being right.',
      devon: 'They were my first customer here. Without them I am new again.',
      jonas: 'It is the only one I have. There, I said it.',
    },
  },
  takeaways: {
    marisol: 'His page, his name, his walk upstairs.',
    amara: 'She has been waiting for me.',
    jonas: 'One deal is not a pipeline.',
    sam: 'A pilot without an end is a gift nobody asked for.',
    tom: 'They answered her honestly. Keep the question.',
  },
};

/** The three sessions before today, oldest first. */
export const PAST: PastSession[] = [threeWeeksAgo, twoWeeksAgo, lastWeek];
