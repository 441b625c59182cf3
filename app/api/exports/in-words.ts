import { pipelineText } from '@/app/sessions/[id]/live/deal-words';
import type { Cell, ExportRow } from '@/db/exports/table';
import { dealDraft } from '@/domain/deal-draft';
import { openRungText } from '@/domain/ladder';
import { typedMoney } from '@/domain/money';
import type { Reveal, Scenario } from '@/domain/session';
import { DECISION_WORD, KIND_WORD, OUTCOME_WORD, RUNGS, type Answer } from '@/domain/vocabulary';
import { GROWTH_NAMES, REFLECTION_QUESTIONS } from '@/domain/why-words';
import { revealSentences } from '@/ui/ladder/text';
import { ANSWER_WORDS } from '@/ui/ladder/types';

/** Columns whose values are the product's own, with what its screens call them. */
const CALLED: Record<string, Record<string, string>> = {
  kind: KIND_WORD,
  decision: DECISION_WORD,
  outcome: OUTCOME_WORD,
  question: REFLECTION_QUESTIONS,
  what: REFLECTION_QUESTIONS,
  check: GROWTH_NAMES,
};

/** A row of an export in the product's words. What people wrote in it is not escaped yet. */
export interface ToldRow {
  /** By the names of their columns; what is empty, or not so, is left out. */
  texts: [name: string, text: string][];
  /** A ladder, a line each rung that was answered. */
  rungs: string[];
}

type Rung = { answer: Answer | null; evidence?: string | undefined };

/** Tells a row as somebody would read it: its ladder by rungs, its numbers as the screens write them. */
export function toldRow(row: ExportRow): ToldRow {
  const { ladder, answers, reveal, lookingBack, ...cells } = withDraft(row);
  const shown = reveal as Reveal | null | undefined;
  const read = (answers ?? []) as Answer[];
  return {
    texts: Object.entries({
      ...withAmount(withPipeline(cells)),
      reveal: shown ? openRungText(shown.lowestOpenRung) : null,
      lookingBack: typeof lookingBack === 'number' ? openRungText(lookingBack || null) : null,
    }).flatMap(([name, cell]) => {
      const text = textOf(name, cell);
      return text === '' ? [] : [[name, text] satisfies [string, string]];
    }),
    rungs: [
      ...rungsOf((ladder ?? []) as Rung[]),
      ...rungsOf(read.map((answer) => ({ answer }))),
      ...(shown ? revealRungs(shown, String(cells.rep ?? 'You')) : []),
    ],
  };
}

/** A draft is told as the deal that it is to be. */
function withDraft({ draft, ...row }: ExportRow): ExportRow {
  if (!draft) return row;
  const { worth, currency, age, ageUnit, otherLiveDeals, lifeOrDeath, note, hostsOnly, ...deal } =
    dealDraft.parse(draft);
  return {
    ...row,
    ...deal,
    amount: worth && `${worth} ${currency}`,
    age: age && `${age} ${ageUnit}`,
    otherLiveDeals,
    lifeOrDeath,
    pipelineNote: note,
    hostsOnly,
  };
}

/** The check of the pipeline, whether it comes as one or by its parts. */
function withPipeline({ pipeline, otherLiveDeals, lifeOrDeath, ...row }: ExportRow): ExportRow {
  const parts = lifeOrDeath ? { otherLiveDeals, lifeOrDeath } : null;
  const check = (pipeline ?? parts) as Scenario['pipeline'] | null;
  if (!check) return row;
  const { note = row.pipelineNote, hostsOnly = row.hostsOnly } = check;
  return {
    ...row,
    pipeline: pipelineText({ pipeline: check }) ?? null,
    pipelineNote: note ?? null,
    hostsOnly: hostsOnly ?? null,
  };
}

function withAmount({ amountMinor, currency, ...row }: ExportRow): ExportRow {
  if (typeof amountMinor !== 'number' || typeof currency !== 'string') return row;
  return { ...row, amount: `${typedMoney(amountMinor, currency)} ${currency}` };
}

function rungsOf(ladder: readonly Rung[]): string[] {
  return RUNGS.flatMap((statement, rung) => {
    const { answer, evidence } = ladder[rung] ?? {};
    if (!answer && !evidence) return [];
    return withEvidence(`Rung ${rung + 1}: ${statement}${answer ? ` ${ANSWER_WORDS[answer]}.` : ''}`, evidence);
  });
}

function revealRungs({ read, totals, lowestOpenRung, evidence }: Reveal, rep: string): string[] {
  return revealSentences(read, totals, rep, lowestOpenRung).map((told, rung) => withEvidence(told, evidence[rung]));
}

function withEvidence(told: string, evidence: string | null | undefined): string {
  return evidence ? `${told} Evidence: ${evidence}` : told;
}

function textOf(name: string, cell: Cell): string {
  if (cell === null || cell === false) return '';
  if (cell === true) return 'yes';
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  const called = CALLED[name];
  return called && Object.hasOwn(called, text) ? (called[text] ?? text) : text;
}
