import { shortDay } from './day-text';
import { unturned } from './direction';
import { climbOf, climbText, openRungText } from './ladder';
import { countedInFigures } from './number-words';
import type { Recap, RecapTurn } from './recap';
import type { CheckIn, Contribution, Id } from './session';
import { DECISION_WORD, KIND_WORD, OUTCOME_WORD } from './vocabulary';

/** What the log doesn't know: of which meeting this is the recap, as the reader's texts. */
export interface RecapHeading {
  lab: string;
  number: number;
  /** Such as `Thursday 26 November 2026, 17:00 to 18:31`. */
  when: string;
  pledge?: string;
}

/** The recap as Markdown, whatever people wrote in it escaped. `name` says how a person's id is called. */
export function recapMarkdown(recap: Recap, name: (id: Id) => string, heading: RecapHeading): string {
  const who = (id: Id) => escapeMarkdown(name(id));
  const parts = [
    `# ${escapeMarkdown(heading.lab)}, session ${heading.number}`,
    escapeMarkdown(heading.when),
    facts(recap),
    ...recap.turns.map((turn) => turnPart(turn, who, recap.status === 'ended')),
    section(
      'The closing round',
      recap.floor.map((question) => floorPart(question, who)),
    ),
    section('Takeaways', list(recap.takeaways.map(({ by, body }) => `**${who(by)}:** ${inline(body)}`))),
    section('Roll call', list(recap.rollCall.map((item) => rollCallLine(item, who)))),
    section(
      recap.carriedTo ? 'Not reached, carried over' : 'Still waiting',
      list(recap.notReached.map((deal) => `${inline(deal.title)} (${dealOf(deal.account, who(deal.repId))})`)),
    ),
    heading.pledge ? `_${escapeMarkdown(heading.pledge)}_` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text that Markdown shows as it was written, and that leaves what stands beside it as it is. */
export function escapeMarkdown(text: string): string {
  return unturned(text)
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

function facts({ counts }: Recap): string {
  const deals = countedInFigures(counts.turns, 'deal');
  const letGo = counts.movedOn > 0 ? `, ${counts.movedOn} let go` : '';
  return `${deals}${letGo} · ${countedInFigures(counts.contributions, 'contribution')} · ${counts.helpful} marked helpful`;
}

function turnPart(turn: RecapTurn, who: (id: Id) => string, final: boolean): string {
  const { scenario, commitment, kept, afterwards } = turn;
  const lines = [
    `## ${inline(scenario.title)}`,
    [dealOf(scenario.account, who(turn.repId)), turn.reveal && openRungText(turn.reveal.lowestOpenRung)]
      .filter(Boolean)
      .join(' · '),
    `**Ask:** ${inline(scenario.ask)}`,
  ];
  if (commitment) {
    const { decision, nextStep, dueOn, checkIn } = commitment;
    const step = nextStep ? `: ${sentence(nextStep)}` : '.';
    lines.push(`**${DECISION_WORD[decision]}**${step}${dueOn ? ` By ${shortDay(dueOn)}.` : ''}`);
    if (checkIn) lines.push(checkInText(checkIn));
  } else {
    lines.push(undecided(turn, final));
  }
  lines.push(...kept.map((one) => quote(one, who)));
  if (afterwards.length > 0) lines.push('### Afterwards', ...afterwards.map((one) => quote(one, who)));
  return lines.join('\n\n');
}

function undecided({ putOff }: RecapTurn, final: boolean): string {
  if (putOff) return 'Put off: it waits for another turn.';
  return final ? 'No commitment.' : 'No commitment yet.';
}

function floorPart(question: Recap['floor'][number], who: (id: Id) => string): string {
  const answers = question.answers.map(({ by, body }) => `**${who(by)}:** ${inline(body)}`);
  return [`**${inline(question.body)}** Asked by ${who(question.by)}.`, list(answers)].filter(Boolean).join('\n\n');
}

function rollCallLine(item: Recap['rollCall'][number], who: (id: Id) => string): string {
  const checkIn = item.checkIn ?? item.checkedIn;
  const step = item.nextStep ? `, ${sentence(item.nextStep)}` : '.';
  const became = checkIn ? checkInText(checkIn) : 'No word yet.';
  const climbed = climbText(climbOf(item));
  return `${inline(item.title)} (${dealOf(item.account, who(item.repId))}): ${DECISION_WORD[item.decision]}${step} ${became}${climbed ? ` _${climbed}_` : ''}`;
}

function checkInText({ outcome, note }: CheckIn): string {
  return `**${OUTCOME_WORD[outcome]}**${note ? `: ${sentence(note)}` : '.'}`;
}

function quote(one: Contribution, who: (id: Id) => string): string {
  const said = escapeMarkdown(one.body).replace(/\n/g, '\n> ');
  return `> ${said}\n>\n> ${KIND_WORD[one.kind]}, ${who(one.by)}${one.helpful ? ', marked helpful' : ''}`;
}

/** Names are there already escaped. */
function dealOf(account: string | undefined, rep: string): string {
  return account ? `${rep}, ${inline(account)}` : rep;
}

/** The same as part of a line. */
export function inline(text: string): string {
  return escapeMarkdown(text).replace(/\s*\n\s*/g, ' ');
}

/** What somebody wrote, with a stop behind it where they set none. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? inline(text) : `${inline(text)}.`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function section(title: string, body: string | string[]): string {
  const text = Array.isArray(body) ? body.join('\n\n') : body;
  return text === '' ? '' : `## ${title}\n\n${text}`;
}
