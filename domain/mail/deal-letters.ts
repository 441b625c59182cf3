import { shortDay } from '../day-text';
import { listed } from '../listed';
import { capital, counted, countedInFigures, inWords } from '../number-words';
import { DECISION_WORD, OUTCOME_WORD, type Outcome } from '../vocabulary';
import type { MailFacts, MailSetting } from './facts';
import type { Letter, Part } from './letter';
import { dayIn } from './when';

/** The order in which the outcomes stand everywhere. */
const ASKED: readonly Outcome[] = ['advanced', 'won', 'moved_on', 'lost', 'no_change'];

/** A commitment on its day. A link opens the check-in and records nothing: programs that read mail follow links. */
export function dueLetter(facts: MailFacts['commitment_due'], { origin }: MailSetting): Letter {
  const page = `${origin}/labs/${facts.lab.slug}/check-in/${facts.commitmentId}`;
  const heard =
    facts.uses.length > 0
      ? ` ${listed(facts.uses)} ${facts.uses.length === 1 ? 'hears' : 'hear'} what became of their words.`
      : '';
  return {
    subject: `Due today: ${facts.deal}`,
    title: 'You said you would. Did it move?',
    lead: [`${facts.deal}, by ${shortDay(facts.dueOn)}.`],
    parts: [
      { type: 'said', label: 'Your words, in front of the room', words: facts.words },
      {
        type: 'outcomes',
        label: 'Say what became of it',
        choices: ASKED.map((outcome) => ({ outcome, label: OUTCOME_WORD[outcome], url: `${page}?o=${outcome}` })),
      },
      { type: 'note', text: `One tap opens the check-in; nothing is recorded until you confirm it there.${heard}` },
    ],
    foot: 'Moving on is a good outcome.',
  };
}

/** What the room may read of a session that has ended. */
export function recapLetter(
  { lab, session, counts, deals, asked }: MailFacts['recap'],
  { origin }: MailSetting,
): Letter {
  const letGo = counts.movedOn > 0 ? `, ${inWords(counts.movedOn)} let go` : '';
  const title = `${counted(counts.turns, 'deal')}${letGo}`;
  const words = countedInFigures(counts.contributions, 'contribution');
  const list: Part = {
    type: 'list',
    numbered: true,
    items: deals.map(({ title: deal, account, rep, decision, dueOn }) => ({
      title: deal,
      details: [
        account ? `${rep}, ${account}` : rep,
        decision ? `${DECISION_WORD[decision]}${dueOn ? `, by ${shortDay(dueOn)}` : ''}` : 'No commitment yet',
      ],
    })),
  };
  const question: Part[] = asked
    ? [
        {
          type: 'asked',
          words: asked.words,
          label: `Asked by ${asked.by}`,
          detail:
            asked.answers > 0 ? `${asked.by}. ${capital(inWords(asked.answers))} of you answered.` : `${asked.by}.`,
        },
      ]
    : [];
  return {
    subject: `Recap of session ${session.number}: ${title}`,
    title: capital(title),
    lead: [
      `${lab.name}, session ${session.number}, ${dayIn(session.startsAt, lab.zone)}.`,
      `${words}, ${counts.helpful} marked helpful.`,
    ],
    parts: [
      ...(deals.length > 0 ? [list] : []),
      ...question,
      { type: 'button', label: 'Read the recap', url: `${origin}/sessions/${session.id}/recap` },
    ],
    foot: 'What is said in the lab stays in the lab: please do not forward it.',
  };
}
