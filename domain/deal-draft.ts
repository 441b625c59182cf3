import { z } from 'zod';
import { RUNG_UNANSWERED } from './ladder';
import { parseMoney, typedMoney } from './money';
import { scenarioFields, type ScenarioChanges, type ScenarioFields } from './protocol';
import type { Scenario } from './session/state';
import { ANSWERS, LIMITS, RUNG_COUNT, type Answer } from './vocabulary';

export const AGE_UNITS = { days: 1, weeks: 7, months: 30 } as const;
export type AgeUnit = keyof typeof AGE_UNITS;

const line = z.string().max(20_000).catch('');
const rung = z.object({ answer: z.enum(ANSWERS).nullable().catch(null), evidence: line });

/** A deal as it is being written: text as typed, choices that may be missing. Whatever can't be read is left empty. */
export const dealDraft = z.object({
  title: line,
  account: line,
  stage: line,
  worth: line,
  currency: z.string().length(3).catch('USD'),
  age: line,
  ageUnit: z.enum(['days', 'weeks', 'months']).catch('weeks'),
  deadline: line,
  story: line,
  ask: line,
  tried: line,
  pain: line,
  money: line,
  authority: line,
  ladder: z
    .array(rung)
    .length(RUNG_COUNT)
    .catch(() => noReads()),
  otherLiveDeals: z.int().min(0).max(9999).catch(0),
  lifeOrDeath: z.int().min(1).max(5).nullable().catch(null),
  note: line,
  hostsOnly: z.boolean().catch(false),
  for: line,
});
export type DealDraft = z.infer<typeof dealDraft>;

function noReads(): { answer: Answer | null; evidence: string }[] {
  return Array.from({ length: RUNG_COUNT }, () => ({ answer: null, evidence: '' }));
}

/** A blank sheet. */
export function emptyDraft(currency = 'USD'): DealDraft {
  return dealDraft.parse({ currency });
}

/** Whether nothing was written yet. */
export function isBlank(draft: DealDraft): boolean {
  const { currency: _, ageUnit: __, ...rest } = draft;
  const { currency: ___, ageUnit: ____, ...blank } = emptyDraft();
  return JSON.stringify(rest) === JSON.stringify(blank);
}

/** A waiting scenario as its form has it. What the viewer may not know is empty. */
export function draftFrom(scenario: Omit<Scenario, 'changedAt' | 'standing'>): DealDraft {
  const { amount, ageDays, ladder, pipeline } = scenario;
  return {
    ...emptyDraft(amount?.currency),
    title: scenario.title,
    account: scenario.account ?? '',
    stage: scenario.stage ?? '',
    worth: amount ? typedMoney(amount.minor, amount.currency) : '',
    ...typedAge(ageDays),
    deadline: scenario.deadline ?? '',
    story: scenario.story,
    ask: scenario.ask,
    tried: scenario.tried ?? '',
    pain: scenario.pain ?? '',
    money: scenario.money ?? '',
    authority: scenario.authority ?? '',
    ladder: ladder ? ladder.map(({ answer, evidence }) => ({ answer, evidence: evidence ?? '' })) : noReads(),
    otherLiveDeals: pipeline?.otherLiveDeals ?? 0,
    lifeOrDeath: pipeline?.lifeOrDeath ?? null,
    note: pipeline?.note ?? '',
    hostsOnly: scenario.pipelineHostsOnly,
  };
}

function typedAge(days: number | undefined): Pick<DealDraft, 'age' | 'ageUnit'> {
  if (days === undefined) return { age: '', ageUnit: 'weeks' };
  const ageUnit = days > 0 && days % 30 === 0 ? 'months' : days > 0 && days % 7 === 0 ? 'weeks' : 'days';
  return { age: String(days / AGE_UNITS[ageUnit]), ageUnit };
}

/** The words for what each required field lacks, where the field itself knows them better than the protocol. */
const LACKS: Record<string, string> = {
  title: 'Name the deal in one line.',
  story: 'Write what happened, in order.',
  ask: 'Write one question. The room answers it.',
  lifeOrDeath: 'Choose 1 to 5.',
};

type Read = { ok: true; fields: ScenarioFields } | { ok: false; errors: Record<string, string> };

/** A draft as the protocol's fields, or what is wrong with it by the form's own field names, `ladder.2` and `ladder.2.evidence` for a rung. */
export function fieldsFrom(draft: DealDraft): Read {
  const minor = draft.worth.trim() === '' ? undefined : (parseMoney(draft.worth, draft.currency) ?? NaN);
  const age = draft.age.trim() === '' ? undefined : Number(draft.age.replace(',', '.')) * AGE_UNITS[draft.ageUnit];
  const parsed = scenarioFields.safeParse({
    ...draft,
    amount: minor === undefined ? undefined : { minor, currency: draft.currency },
    ageDays: age === undefined ? undefined : Math.round(age),
    deadline: draft.deadline === '' ? undefined : draft.deadline,
    pipeline: {
      otherLiveDeals: draft.otherLiveDeals,
      lifeOrDeath: draft.lifeOrDeath,
      note: draft.note,
      hostsOnly: draft.hostsOnly,
    },
  });
  if (parsed.success) return { ok: true, fields: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = formName(path);
    const lacks = path[0] === 'ladder' && path[2] === 'answer' ? RUNG_UNANSWERED : LACKS[name];
    errors[name] ??= (isEmpty(draft, name) && lacks) || message;
  }
  if (errors.worth) errors.worth = 'Write a number, such as 184,000.';
  if (errors.age) errors.age = 'Write a number.';
  return { ok: false, errors };
}

/** The name in the form of a path into the command's data; `changes.` of an edit is left out. */
export function formName(path: readonly PropertyKey[]): string {
  const [field = '', at, part] = path[0] === 'changes' ? path.slice(1) : path;
  if (field === 'ladder') {
    const rung = at === undefined ? 'ladder' : `ladder.${String(at)}`;
    return part === 'evidence' ? `${rung}.evidence` : rung;
  }
  if (field === 'pipeline') return at === undefined ? 'lifeOrDeath' : String(at);
  if (field === 'amount') return 'worth';
  return field === 'ageDays' ? 'age' : String(field);
}

function isEmpty(draft: DealDraft, name: string): boolean {
  if (name.startsWith('ladder.')) return true;
  const value = (draft as Record<string, unknown>)[name];
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** What is different in a deal as it was read and as it is now, as `scenario.edit` wants it; null clears. */
export function changesBetween(before: ScenarioFields, after: ScenarioFields): Partial<ScenarioChanges> {
  const changes: Record<string, unknown> = {};
  for (const field of Object.keys(scenarioFields.shape) as (keyof ScenarioFields)[]) {
    if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) changes[field] = after[field] ?? null;
  }
  return changes;
}

/** The longest a field may be, by its name in the form. */
export const DEAL_LIMITS = { title: LIMITS.title, words: LIMITS.body, line: LIMITS.field } as const;
