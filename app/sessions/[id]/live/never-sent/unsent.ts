import type { RollCallNow } from '@/domain/session/told-ladder';
import type { CheckIn, Contribution, FloorQuestion, Id, Takeaway } from '@/domain/session/state';
import type { ContributionKind } from '@/domain/vocabulary';
import { kindLabel } from '@/ui/kinds';
import type { Kept } from '../connection/kept';
import type { Word, WordType } from '../connection/outbox';

/** Words of one person that this device keeps and their session has not. */
export interface Unsent {
  /** Under which they are kept. */
  name: string;
  /** What they were to be. */
  label: string;
  text: string;
}

const WORDS: Record<WordType, string> = {
  'contribution.add': 'Contribution',
  'ladder.vote': '',
  'commitment.make': 'Next step',
  'floor.ask': 'Question',
  'floor.answer': 'Answer to the floor',
  'takeaway.leave': 'Takeaway',
};

/** By where a draft is kept; what holds no words, such as a half-given read, is not among them. */
const DRAFTS: readonly [place: string, label: string][] = [
  ['composer', 'Contribution'],
  ['answer-to/', 'Answer'],
  ['answer/', 'Answer to the floor'],
  ['takeaway', 'Takeaway'],
  ['floor-question', 'Question'],
  ['sealed-question', 'Question'],
  ['host-note', 'Note to the hosts'],
  ['edit/', 'Change of your words'],
  ['commitment/', 'Next step'],
  ['check-in', 'Check-in'],
];

/** Everything that somebody wrote in a session and that is not in it. `said` is what is. */
export function unsentIn(kept: Kept, said: readonly string[]): Unsent[] {
  const known = new Set(said.map((text) => text.trim()));
  const words = kept
    .names('word/')
    .sort()
    .flatMap((name) => wordIn(name, kept.read(name)));
  const drafts = kept
    .names('draft/')
    .sort()
    .flatMap((name) => draftIn(name, kept.read(name)));
  // Of a draft that was filled in with what is recorded, each part is there.
  const isThere = (text: string) => known.has(text) || text.split('\n').every((part) => known.has(part));
  return [...words, ...drafts].filter(({ text }) => text !== '' && !isThere(text));
}

function wordIn(name: string, word: Word | undefined): Unsent[] {
  if (!word || word.stands === 'sent' || !WORDS[word.type]) return [];
  return [{ name, label: kindOf(word.data) ?? WORDS[word.type], text: textOf(word.data) }];
}

function draftIn(name: string, draft: unknown): Unsent[] {
  const found = DRAFTS.find(([place]) => name.startsWith(`draft/${place}`));
  return found ? [{ name, label: kindOf(draft) ?? found[1], text: textOf(draft) }] : [];
}

function kindOf(value: unknown): string | undefined {
  const { kind } = (value ?? {}) as { kind?: ContributionKind };
  return kind && kindLabel(kind);
}

/** The words in what was kept: a text by itself, or in the fields that hold some. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return joined(value);
  const { body, nextStep, note, evidence, ladder } = value as Record<string, unknown>;
  return joined([body, nextStep, note, evidence, ladder]);
}

function joined(values: readonly unknown[]): string {
  return values.map(textOf).filter(Boolean).join('\n');
}

/** What a session holds of everybody's words, as its state or its recap has them. */
interface Told {
  turns: readonly {
    commitment?: { by: Id; nextStep?: string | undefined };
    words?: readonly Contribution[];
    afterwards?: readonly Contribution[];
  }[];
  questions: readonly FloorQuestion[];
  takeaways: readonly Takeaway[];
  rollCall: readonly RollCallNow[];
}

/** The texts of one person that a session holds. */
export function saidBy(id: Id | undefined, { turns, questions, takeaways, rollCall }: Told): string[] {
  const words = turns.flatMap(({ words = [], afterwards = [] }) => [...words, ...afterwards]);
  const bodies = [...words, ...questions, ...questions.flatMap(({ answers }) => answers), ...takeaways];
  const steps = turns.flatMap(({ commitment }) => commitment ?? []);
  const reports = rollCall.flatMap(({ checkIn, checkedIn, ladder }) =>
    [checkIn ?? [], checkedIn ?? [], { ladder }].flat(),
  );
  return [
    ...bodies.filter(({ by }) => by === id).map(({ body }) => body),
    ...steps.filter(({ by }) => by === id).map(({ nextStep = '' }) => nextStep),
    // Whoever recorded it: a form is filled in with what stands.
    ...reports.flatMap(({ note = '', ladder = [] }: Partial<CheckIn>) => [
      note,
      ...ladder.map(({ evidence = '' }) => evidence),
    ]),
  ];
}
