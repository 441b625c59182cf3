import { z } from 'zod';
import { refusal, TOO_LARGE, type Refusal } from './errors';
import type { CommandType } from './permissions';
import { changedText, optionalText, words } from './texts';
import {
  ANSWERS,
  CONTRIBUTION_KINDS,
  DECISIONS,
  FINAL_OUTCOMES,
  LIMITS,
  OUTCOMES,
  PHASES,
  RUNG_COUNT,
} from './vocabulary';

const id = z.uuid('This is not an id.').toLowerCase();
const day = z.iso.date('Give a day as YYYY-MM-DD.');
const seq = z.int('This must be a whole number.').min(0);
const turnId = id.optional();
const on = z.boolean().optional();

const answer = z.enum(ANSWERS, 'Choose yes, unsure or no.');
const fiveAnswers = z.tuple([answer, answer, answer, answer, answer], 'Answer all five rungs.');
const rungAnswer = z.object({ answer, evidence: optionalText(LIMITS.field) });
const ladder = z.array(rungAnswer).length(RUNG_COUNT, 'Answer all five rungs.');
/** A ladder as it stands now may come with or without evidence. */
const ladderNow = z
  .array(
    z.union(
      [rungAnswer, answer.transform((only) => ({ answer: only, evidence: undefined }))],
      'Choose yes, unsure or no.',
    ),
  )
  .length(RUNG_COUNT, 'Answer all five rungs.');

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const amount = z.object({
  minor: z.int('Give the amount in minor units, a whole number.').min(0).max(1e15),
  currency: z.string().refine((code) => CURRENCIES.has(code), 'Give an ISO 4217 code, such as EUR.'),
});
const pipeline = z.object({
  otherLiveDeals: z.int('This must be a whole number.').min(0).max(9999),
  lifeOrDeath: z.int('Choose 1 to 5.').min(1).max(5),
  note: optionalText(LIMITS.field),
  hostsOnly: z.boolean().optional(),
});

const required = {
  title: words(LIMITS.title),
  story: words(LIMITS.body),
  ask: words(LIMITS.body),
  ladder,
  pipeline,
};
const optional = {
  account: optionalText(LIMITS.field),
  stage: optionalText(LIMITS.field),
  amount: amount.optional(),
  ageDays: z.int('Give whole days.').min(0).max(36_500).optional(),
  deadline: day.optional(),
  tried: optionalText(LIMITS.body),
  pain: optionalText(LIMITS.field),
  money: optionalText(LIMITS.field),
  authority: optionalText(LIMITS.field),
};

/** What a rep writes about a stuck deal. */
export const scenarioFields = z.object({ ...required, ...optional });
export type ScenarioFields = z.infer<typeof scenarioFields>;

/** A change names the fields that change; `null`, or an empty text, clears an optional one. */
const changes = z
  .object({
    ...z.object(required).partial().shape,
    account: changedText(LIMITS.field),
    stage: changedText(LIMITS.field),
    amount: optional.amount.nullable(),
    ageDays: optional.ageDays.nullable(),
    deadline: optional.deadline.nullable(),
    tried: changedText(LIMITS.body),
    pain: changedText(LIMITS.field),
    money: changedText(LIMITS.field),
    authority: changedText(LIMITS.field),
  })
  .transform(
    // A key without a value would be a change here and none once it went through JSON.
    (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as typeof given,
  )
  .refine((given) => Object.keys(given).length > 0, 'Change something first.');
export type ScenarioChanges = z.infer<typeof changes>;

const nothing = z.object({});
const ofTurn = z.object({ turnId });
const ofScenario = z.object({ scenarioId: id });
const ofContribution = z.object({ contributionId: id });
const ofUser = z.object({ userId: id });
const says = z.object({ body: words(LIMITS.body) });

/** The one definition of every command's data, for both sides of the wire. */
export const commandData = {
  'session.start': nothing,
  'session.close': nothing,
  'session.end': nothing,
  'session.reopen': nothing,
  'session.cancel': nothing,
  'host.hand_over': ofUser,
  'host.take_over': nothing,
  'host.note': says,
  'scenario.submit': scenarioFields.extend({ for: id.optional() }),
  'scenario.edit': z.object({ scenarioId: id, changes, base: seq }),
  'scenario.withdraw': ofScenario,
  'scenario.second': ofScenario.extend({ on }),
  'scenario.defer': ofScenario,
  'queue.move': ofScenario.extend({ to: z.int('Give a place in the queue, 0 is next.').min(0) }),
  'turn.start': ofScenario.extend({ turnId }),
  'turn.phase': z.object({
    phase: z.enum(PHASES, 'Choose present, clarify, coach or commit.'),
    from: z.enum(PHASES, 'Choose present, clarify, coach or commit.').optional(),
    turnId,
  }),
  'turn.pause': ofTurn,
  'turn.resume': ofTurn,
  'turn.extend': z.object({ seconds: z.int('Give whole seconds.').min(1).max(3600), turnId }),
  'turn.end': ofTurn,
  'contribution.add': z
    .object({
      kind: z.enum(CONTRIBUTION_KINDS, 'Choose a kind of contribution.'),
      body: words(LIMITS.body),
      replyTo: id.optional(),
      late: id.optional(),
      turnId,
    })
    .refine(({ kind, replyTo }) => kind !== 'answer' || replyTo !== undefined, {
      path: ['replyTo'],
      message: 'An answer says which contribution it replies to.',
    }),
  'contribution.edit': ofContribution.extend({ body: words(LIMITS.body) }),
  'contribution.withdraw': ofContribution,
  'contribution.hide': ofContribution,
  'contribution.pin': ofContribution.extend({ on }),
  'contribution.helpful': ofContribution.extend({ on }),
  'ladder.open': ofTurn,
  'ladder.reveal': ofTurn,
  'ladder.vote': z.object({ answers: fiveAnswers, turnId }),
  'commitment.make': z
    .object({
      decision: z.enum(DECISIONS, 'Choose pursue, change or move on.'),
      nextStep: optionalText(LIMITS.field),
      dueOn: day.optional(),
      uses: z.array(id).max(50).optional(),
      scenarioId: id.optional(),
      turnId,
    })
    .refine(({ decision, nextStep }) => decision === 'move_on' || nextStep !== undefined, {
      path: ['nextStep'],
      message: 'Say the next step.',
    })
    .refine(({ decision, dueOn }) => decision === 'move_on' || dueOn !== undefined, {
      path: ['dueOn'],
      message: 'Say by when.',
    }),
  'checkin.record': z
    .object({
      commitmentId: id,
      outcome: z.enum(OUTCOMES, 'Choose what became of it.'),
      ladder: ladderNow.optional(),
      note: optionalText(LIMITS.field),
      lookingBack: z.int('Choose a rung, or none.').min(0).max(RUNG_COUNT).optional(),
      /** The report that it was begun from, empty for none: then another one since is a `conflict`. */
      seen: z.string().max(100).optional(),
    })
    .refine(({ outcome, lookingBack }) => lookingBack === undefined || FINAL_OUTCOMES.includes(outcome), {
      path: ['lookingBack'],
      message: 'One looks back on a deal that is over.',
    }),
  'floor.open': nothing,
  'floor.close': nothing,
  'floor.release': z.object({ questionId: id }),
  'floor.ask': says,
  'floor.answer': z.object({ questionId: id, body: words(LIMITS.body) }),
  'takeaway.leave': says,
  'participant.remove': ofUser,
} satisfies Record<CommandType, z.ZodType>;

export type CommandData<T extends CommandType> = z.infer<(typeof commandData)[T]>;
export type Command = {
  [T in CommandType]: { id: string; type: T; data: CommandData<T> };
}[CommandType];

const envelope = z.object({
  id: z.uuid('A command carries a UUID of its own.').toLowerCase(),
  type: z.string(),
  data: z.unknown(),
});

/** `auth` of the handshake, beside the sign-in cookie. */
export const handshakeAuth = z.object({
  sessionId: id,
  // What is no place in the log, or no version, is no reason to keep somebody out: they get the state.
  since: seq.optional().catch(undefined),
  version: z.string().max(100).optional().catch(undefined),
});
export const syncRequest = z.object({ since: seq });
export const turnRequest = z.object({ turnId: id });

/** UTF-8 bytes of a message as JSON, or fewer where it is far from the limit; what `too_large` is measured by. */
function bytesOf(message: unknown): number {
  const text = JSON.stringify(message) ?? '';
  // A UTF-16 unit is three bytes at most: what is short needn't be encoded to know.
  return text.length * 3 <= LIMITS.commandBytes ? text.length : new TextEncoder().encode(text).length;
}

/**
 * Checks a raw message from a client. Refuses `too_large` and `invalid`, naming the field as a path into `data`
 * (`ladder.2.answer`), or `id` and `type` of the message itself. Never throws.
 */
export function parseCommand(message: unknown): { ok: true; command: Command } | { ok: false; error: Refusal } {
  if (bytesOf(message) > LIMITS.commandBytes) {
    return { ok: false, error: TOO_LARGE };
  }
  const outer = envelope.safeParse(message, { error: sentence });
  if (!outer.success) return { ok: false, error: invalid(outer.error, 'type') };
  const { id: commandId, type, data } = outer.data;
  if (!Object.hasOwn(commandData, type)) {
    return { ok: false, error: refusal('invalid', "This server doesn't know that command. Reload the page.", 'type') };
  }
  const inner = commandData[type as CommandType].safeParse(data ?? {}, { error: sentence });
  if (!inner.success) return { ok: false, error: invalid(inner.error, 'data') };
  return { ok: true, command: { id: commandId, type, data: inner.data } as Command };
}

/** What is said where a schema has no words of its own. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'This is missing.';
  if (issue.code === 'too_small') return `This must be at least ${issue.minimum}.`;
  if (issue.code === 'too_big') return `This must be at most ${issue.maximum}.`;
  return "This can't be read.";
};

/** What isn't as any page of ours sends it. */
export const UNREADABLE = "This can't be read. Reload the page.";

/** The first thing that is wrong, as a refusal that names its field; `whole` where it is not one field of many. */
export function invalid(error: z.ZodError, whole: string): Refusal {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return path === ''
    ? refusal('invalid', UNREADABLE, whole)
    : refusal('invalid', issue?.message ?? "This can't be read.", path);
}
