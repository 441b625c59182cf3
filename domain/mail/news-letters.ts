import { climbText } from '../ladder';
import { capital, counted, inWords, ordinal } from '../number-words';
import { OUTCOME_WORD, type Outcome } from '../vocabulary';
import type { MailFacts, MailSetting, UsedWords } from './facts';
import type { Letter, Part } from './letter';
import { dayIn, timeIn, weekFromNow, zoneText } from './when';

/** How much of somebody's own words they are reminded of. */
const EXCERPT = 280;

const BECAME: Record<Outcome, string> = {
  advanced: 'it advanced',
  won: 'it was won',
  moved_on: 'they moved on',
  lost: 'it was lost',
  no_change: 'nothing has changed yet',
};

/** To those whose words a rep used: what became of it, all of the last reports in one. */
export function usedLetter({ lab, reports }: MailFacts['words_used'], { origin }: MailSetting): Letter {
  const [first] = reports;
  const one = reports.length === 1 ? first : undefined;
  return {
    subject: one ? `${one.rep} used your words: ${BECAME[one.outcome]}` : 'What became of your words',
    title: one ? `${one.rep} used your words, and ${BECAME[one.outcome]}` : 'What became of your words',
    lead: [one ? `${lab.name}: ${one.deal}.` : `${lab.name}: ${counted(reports.length, 'deal')} of others.`],
    parts: [
      ...reports.flatMap(usedParts),
      { type: 'button', label: 'Open the lab', url: `${origin}/labs/${lab.slug}` },
    ],
    foot: 'What is said in the lab stays in the lab: please do not forward it.',
  };
}

function usedParts({ deal, rep, outcome, said, climb, words }: UsedWords): Part[] {
  const became = `${deal}, ${rep}: ${OUTCOME_WORD[outcome]}`;
  const climbed = climbText(climb);
  return [
    said ? { type: 'said', label: became, words: said } : { type: 'note', text: `${became}.` },
    ...(climbed ? [{ type: 'note', text: climbed } as const] : []),
    { type: 'said', label: 'Your words', words: excerpt(words) },
  ];
}

/** To a rep whose deal was not reached: when it is heard, and that it kept its place. */
export function carriedLetter({ lab, session, from, deals }: MailFacts['carried_over'], setting: MailSetting): Letter {
  const when = weekFromNow(session.startsAt, setting.now, lab.zone);
  const first = deals[0]?.place === 1;
  const at = `${dayIn(session.startsAt, lab.zone)} at ${timeIn(session.startsAt, lab.zone)}, ${zoneText(lab.zone)}`;
  return {
    subject: `You’re ${first ? 'first ' : ''}${when}: ${lab.name}`,
    title: `You’re ${first ? 'first ' : ''}${when}`,
    lead: [`Session ${from} did not reach your ${deals.length === 1 ? 'deal' : 'deals'}.`, `Next: ${at}.`],
    parts: [
      {
        type: 'list',
        numbered: false,
        items: deals.map(({ title, place, seconds }) => ({
          title,
          details: [
            `${capital(ordinal(place))} in session ${session.number}`,
            ...(seconds > 0 ? [`seconded by ${inWords(seconds)}`] : []),
          ],
        })),
      },
      { type: 'button', label: 'Open the lab', url: `${setting.origin}/labs/${lab.slug}` },
      { type: 'note', text: 'Nothing of it was lost. If the deal has moved since, say so there before you sit down.' },
    ],
    foot: 'You get this when a session ends before your turn.',
  };
}

/** The beginning of a long text, up to a word. */
function excerpt(words: string): string {
  if (words.length <= EXCERPT) return words;
  const cut = words.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT / 2)).trimEnd()} …`;
}
