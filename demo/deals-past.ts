import type { Deal } from './script';

/** What was brought to the three past sessions. */

export const sela: Deal = {
  rep: 'amara',
  title: 'Procurement by spreadsheet',
  account: 'Sela Foods',
  stage: 'Proposal',
  thousands: 72,
  ageDays: 61,
  story:
    'Their procurement sent a spreadsheet of forty rows. I filled in thirty-nine. Since then everything I write to the ' +
    'plant manager is answered by the spreadsheet: another version, another column, no name at the bottom.',
  ask: 'How do I find the person behind the spreadsheet?',
  tried: 'Called procurement twice. They say the sheet is the process.',
  pain: 'Two recalls last year, traced by hand for nine days each.',
  money: 'A quality budget that has to be spent by spring.',
  ladder: 'yyyun',
  evidence: [
    'Both recalls are in their annual report.',
    'The plant manager brought them up first.',
    'He asked for dates.',
  ],
  otherLiveDeals: 3,
  lifeOrDeath: 3,
};

export const nine: Deal = {
  rep: 'devon',
  title: 'Nine months of nearly',
  account: 'Corran Ports',
  stage: 'Negotiation',
  thousands: 130,
  ageDays: 274,
  story:
    'Every month they are nearly ready. The harbour master likes us, the board has seen the slides twice, and each time ' +
    'there is one more thing before they can decide. I have stopped writing it into my forecast and cannot stop visiting.',
  ask: 'What question have I been afraid to ask for nine months?',
  tried: 'A discount for signing by June. They thanked me, and June went by.',
  pain: 'Ships wait four hours for a berth. Nobody has told me what an hour costs.',
  ladder: 'yuuuy',
  evidence: [
    'The waiting is on the public board.',
    '',
    '',
    '',
    'The harbour master says we are the only ones he rings back.',
  ],
  otherLiveDeals: 5,
  lifeOrDeath: 4,
  pipelineNote: 'It was in my plan for the year. I would rather not say that in front of everyone.',
  hostsOnly: true,
};

export const velda: Deal = {
  rep: 'priya',
  title: 'Nobody had met the buyer',
  account: 'Velda Clinics',
  stage: 'Discovery',
  thousands: 88,
  ageDays: 33,
  story:
    'Four nurses run our cold boxes and swear by them. I have had six good meetings, all with people who would use it and ' +
    'none with anyone who would pay. When I ask who decides they say the clinic does.',
  ask: 'How do I get from people who want it to somebody who can buy it?',
  pain: 'They throw away one box of vaccine in thirty.',
  authority: 'Not known. There is a purchasing group somewhere.',
  ladder: 'yyynu',
  evidence: ['One box in thirty, they count them.', 'The head nurse keeps the list.', 'She asked for a start date.'],
  otherLiveDeals: 2,
  lifeOrDeath: 3,
};

export const brandt: Deal = {
  rep: 'sam',
  title: 'Champion left in week two',
  account: 'Brandt Logistics',
  stage: 'Pilot',
  thousands: 54,
  ageDays: 40,
  story:
    'Ines set up the pilot, gave me a desk and left the company eight days later. Her work was split between three people ' +
    'who each believe that one of the others has it. I spend six hours a week keeping a pilot alive that nobody looks at.',
  ask: 'Do I find a new champion, or do I stop?',
  tried: 'A meeting with all three. Two came.',
  ladder: 'ynnnu',
  evidence: ['Spoiled loads were nine in a hundred before.'],
  otherLiveDeals: 4,
  lifeOrDeath: 2,
};

export const halden: Deal = {
  rep: 'marisol',
  title: 'The plant that loves us and won’t sign',
  account: 'Halden Dairy',
  stage: 'Proposal',
  thousands: 184,
  ageDays: 77,
  story:
    'Gareth runs maintenance. Our pilot caught two failing compressors in March, each a day before it would have stopped ' +
    'the line. He tells everyone so. Every order form I send goes up to finance and dies there. I have never met Inga, the ' +
    'CFO, and Gareth goes quiet when I ask about her.',
  ask: 'How do I reach the CFO without going round the man who let me in?',
  tried:
    'Two price drops, which nobody asked for. A reference call with Castle Row. An email to Inga that she has not opened.',
  pain: 'Two stoppages in March, 9,000 litres each, and Gareth’s nights.',
  money: 'A maintenance line. It is spent until April.',
  ladder: 'yyyun',
  evidence: [
    'Two compressors failed in March; the pilot caught both a day ahead.',
    'Gareth keeps the pilot graph on his wall.',
    'He calls it his top priority for the year.',
    'He can specify it. I do not know who can sign it.',
  ],
  otherLiveDeals: 4,
  lifeOrDeath: 4,
  pipelineNote: 'My manager counts this one in the quarter. I did not ask him to.',
};

export const tilbury: Deal = {
  rep: 'sam',
  title: 'Free pilot, month seven',
  account: 'Tilbury Water',
  stage: 'Pilot',
  thousands: 96,
  ageDays: 212,
  story:
    'The pilot was meant to run for six weeks. It is in its seventh month, everyone is happy, and nobody pays. The pump ' +
    'crew have built their rota round our alarms. When I mention an invoice the room goes polite.',
  ask: 'How do I end a free pilot without losing the people who like it?',
  tried: 'Sent a proposal in August. They said it was very clear.',
  pain: 'One flooded station a winter, when it goes wrong.',
  authority: 'Operations asks, an investment committee signs.',
  ladder: 'yyyny',
  evidence: [
    'One station flooded in January.',
    'The crew asked for it.',
    'They moved their rota to it.',
    '',
    'They answer the phone.',
  ],
  otherLiveDeals: 3,
  lifeOrDeath: 3,
};

export const castle: Deal = {
  rep: 'amara',
  title: 'They rated us first and bought nothing',
  account: 'Castle Row Bakeries',
  stage: 'Verbal yes',
  thousands: 61,
  ageDays: 58,
  story:
    'We won the comparison on every line. Denise, who owns the place, told me so herself and shook my hand. That was a ' +
    'month ago. I have not rung, because I do not want to be the one who spoils it.',
  ask: 'What am I waiting for?',
  pain: 'They throw out a tenth of each night’s bake.',
  money: 'Denise pays for what she decides.',
  authority: 'Denise.',
  ladder: 'yyyyy',
  evidence: [
    'A tenth of each bake.',
    'Denise counts the crates.',
    'She asked when.',
    'She owns it.',
    'She rated us first.',
  ],
  otherLiveDeals: 2,
  lifeOrDeath: 2,
};
