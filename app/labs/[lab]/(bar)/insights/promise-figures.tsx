import type { TurnCase } from '@/domain/insights/cases';
import { decisionsOf, followThroughOf, outcomeOf, outcomesOf, type SessionPromises } from '@/domain/insights/promises';
import { capital, counted, inWords } from '@/domain/number-words';
import { DECISION_WORD, OUTCOME_WORD, OUTCOMES, type Outcome } from '@/domain/vocabulary';
import { OutcomeIcon } from '@/ui/outcomes';
import { Bars } from './charts/bars';
import { Stacks } from './charts/stacks';
import { Figure } from './figure';
import { followFinding, outcomeFinding } from './findings';
import type { Look } from './look';
import { turnCase } from './turn-case';

interface PromiseFiguresProps {
  look: Look;
  turns: readonly TurnCase[];
}

const MOST_SESSIONS = 8;

/** Whether reps do what they said, what became of the deals, and what each decision led to. */
export function PromiseFigures({ look, turns }: PromiseFiguresProps) {
  return (
    <>
      <FollowFigure look={look} turns={turns} />
      <OutcomeFigure look={look} turns={turns} />
      <DecisionFigure look={look} turns={turns} />
    </>
  );
}

function FollowFigure({ look, turns }: PromiseFiguresProps) {
  const { sessions, kept, closed } = followThroughOf(turns);
  const drawn = sessions.slice(-MOST_SESSIONS);
  const open = sessions.filter((session) => session.open.length > 0);
  const promised = turns.filter((turn) => turn.promised);
  return (
    <Figure
      look={look}
      id="follow-through"
      finding={followFinding(kept, closed)}
      what="Follow-through on time"
      rests={closed}
      noun="commitment that is no longer open"
      nouns="commitments that are no longer open"
      chart={<Stacks stacks={drawn.map(stackOf)} />}
      table={{
        head: ['Session', 'Done in time', 'Not', 'Still open'],
        rows: sessions.map((one) => [one.sessionNumber, one.kept.length, one.missed.length, one.open.length]),
      }}
      cases={promised.map((turn) => turnCase(look, turn, keptText(turn)))}
      holds={open.length > 0 ? `${counted(promised.length, 'commitment')} with the open ones` : undefined}
    >
      {capital(counted(kept, 'commitment'))} of {inWords(closed)} moved the deal by the day, or by the first roll call
      after it. Filled: done in time
      {drawn.length < sessions.length && `; the last ${inWords(drawn.length)} sessions`}.
      {open.length > 0 && ` Dashed: still open, in ${counted(open.length, 'session')}.`}
    </Figure>
  );
}

function stackOf({ sessionId, sessionNumber, kept, missed, open }: SessionPromises) {
  const blocks = [
    ...kept.map(() => 'done' as const),
    ...missed.map(() => 'not' as const),
    ...open.map(() => 'open' as const),
  ];
  return { key: sessionId, label: String(sessionNumber), blocks };
}

function keptText({ kept }: TurnCase): string {
  if (kept === null) return 'still open';
  return kept ? 'done in time' : 'not in time';
}

function OutcomeFigure({ look, turns }: PromiseFiguresProps) {
  const { outcomes, cases } = outcomesOf(turns);
  const movedOn = outcomes.find(({ outcome }) => outcome === 'moved_on')?.cases.length ?? 0;
  return (
    <Figure
      look={look}
      id="outcomes"
      size="narrow"
      finding={outcomeFinding(outcomes)}
      what="What became of the deals"
      rests={cases.length}
      noun="deal"
      chart={
        <Bars
          bars={outcomes.map(({ outcome, cases: { length } }) => ({
            key: outcome,
            label: <OutcomeLabel outcome={outcome} />,
            value: length,
          }))}
        />
      }
      table={{
        head: ['Latest outcome', 'Deals'],
        rows: outcomes.map(({ outcome, cases: { length } }) => [OUTCOME_WORD[outcome], length]),
      }}
      cases={cases.map((turn) => turnCase(look, turn, outcomeText(turn)))}
    >
      Latest outcome of {counted(cases.length, 'deal')}.
      {movedOn > 0 && ` ${capital(movedOn === 1 ? 'once' : `${inWords(movedOn)} times`)}, a rep got their hours back.`}
    </Figure>
  );
}

function outcomeText(turn: TurnCase): string {
  const outcome = outcomeOf(turn);
  return outcome ? OUTCOME_WORD[outcome].toLowerCase() : 'not reported';
}

function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  return (
    <span className="out">
      <OutcomeIcon outcome={outcome} />
      {OUTCOME_WORD[outcome]}
    </span>
  );
}

function DecisionFigure({ look, turns }: PromiseFiguresProps) {
  const decisions = decisionsOf(turns);
  const cases = turns.filter(({ decision }) => decision !== null);
  return (
    <Figure
      look={look}
      id="decisions"
      finding="What each decision led to"
      what="Decisions and their outcomes"
      rests={cases.length}
      noun="decision"
      chart={
        <div className="decisions">
          {decisions.map(({ decision, cases: own, outcomes, unknown }) => (
            <div key={decision}>
              <h3>
                {DECISION_WORD[decision]} <span className="meta num">{counted(own.length, 'turn')}</span>
              </h3>
              <Bars
                bars={[
                  ...OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map((outcome) => ({
                    key: outcome,
                    label: <OutcomeLabel outcome={outcome} />,
                    value: outcomes[outcome],
                  })),
                  ...(unknown > 0 ? [{ key: 'unknown', label: 'Not reported', value: unknown }] : []),
                ]}
              />
            </div>
          ))}
        </div>
      }
      table={{
        head: ['Decision', ...OUTCOMES.map((outcome) => OUTCOME_WORD[outcome]), 'Not reported', 'All'],
        rows: decisions.map(({ decision, cases: own, outcomes, unknown }) => [
          DECISION_WORD[decision],
          ...OUTCOMES.map((outcome) => outcomes[outcome]),
          unknown,
          own.length,
        ]),
      }}
      cases={cases.map((turn) =>
        turnCase(look, turn, `${DECISION_WORD[turn.decision ?? 'pursue'].toLowerCase()}, ${outcomeText(turn)}`),
      )}
    >
      Over {counted(cases.length, 'decision')}, with what was last reported of each.
    </Figure>
  );
}
