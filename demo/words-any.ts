import type { Line } from './script';

type Words = Pick<Line, 'kind' | 'body'>;

/** What fits any deal: for those that people bring, and for when a seat's own words are used up. */
export const ANY_QUESTIONS: string[] = [
  'What does it cost them each week to leave it as it is?',
  'Who else in the building would notice if it were fixed?',
  'When did they last say, unasked, that they want it?',
  'What did they buy last, and who signed for it?',
  'What would you tell me about this deal if it were mine?',
  'Has anybody there said no to you, in words?',
  'What happens on the day after they sign?',
  'Who gains if nothing changes?',
  'Which of your evidence would they agree with, if they read it?',
  'How do you know that they know?',
];

export const ANY_ANSWERS: string[] = [
  'I do not know. I will ask on Monday.',
  'Not in those words. Nearer than that I have not come.',
  'One person, once, in the car park.',
  'That is the part I have been walking round.',
  'Yes, and I have it in a mail.',
  'They would say so. Whether they would pay for it is another matter.',
];

export const ANY_COACHING: Words[] = [
  { kind: 'challenge', body: 'You have told us what you did. What did they do?' },
  { kind: 'advice', body: 'Ask them to describe the worst day. Then say nothing for as long as you can bear.' },
  { kind: 'challenge', body: 'If this one vanished tonight, what would you work on tomorrow? Why not today?' },
  {
    kind: 'story',
    body: 'I once asked a buyer to talk me out of it. She tried for a minute, stopped, and asked for the form.',
  },
  { kind: 'advice', body: 'Write down the rung you are least sure of, and ask about that one and nothing else.' },
  { kind: 'question', body: 'Who, in their house, would be blamed if it went wrong once more?' },
  { kind: 'advice', body: 'Give them an honest way to say no. The ones who stay will be worth it.' },
  {
    kind: 'resource',
    body: 'A card with five lines, one for each rung, that I fill in before a call and again after it.',
  },
  { kind: 'challenge', body: 'Is it their problem, or the problem that you would like them to have?' },
  {
    kind: 'story',
    body: 'My manager asked me what they would lose by waiting. I had been telling them what they would gain.',
  },
  {
    kind: 'advice',
    body: 'Bring a second person from their side to the next call. How they manage that tells you who decides.',
  },
  { kind: 'question', body: 'What have they already tried, and who remembers how it went?' },
  { kind: 'advice', body: 'Send three sentences: what you heard, what it costs, what you would do in their place.' },
  { kind: 'challenge', body: 'You say that they are busy. Busy people make time for pain. Where is it?' },
  { kind: 'story', body: 'We lost one at the last minute and I rang to ask why. That call became the next deal.' },
  { kind: 'advice', body: 'Stop sending. Go and stand where it hurts for a morning.' },
];

export const ANY_REPLIES_TO_FLOOR: string[] = [
  'Because somebody there trusted me before they had a reason to.',
  'I tell myself that it is the number. It is that I said I would.',
  'I am not sure that I do, now that you ask. I will think about that on the way home.',
  'It is the one where I can see whose day gets better.',
  'Because the others in my list are thinner than I like to admit.',
];

export const ANY_TAKEAWAYS: string[] = [
  'Ask about the worst day.',
  'The lowest rung first, and only that one.',
  'Moving on is a decision, not a defeat.',
  'Find out who is woken at night.',
  'Give them an honest way to say no.',
];
