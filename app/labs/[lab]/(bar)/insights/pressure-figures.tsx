import { FEWEST_PEOPLE, type PressureCase } from '@/domain/insights/cases';
import type { labPressure } from '@/domain/insights/pressure';
import { capital, counted, inWords } from '@/domain/number-words';
import { OUTCOME_WORD } from '@/domain/vocabulary';
import { PressureLine } from './charts/pressure-line';
import { FigureTable } from './figure-table';
import { Figure } from './figure';
import type { Look } from './look';

/** The lab's pipelines together, for hosts and those who listen in: never of fewer than five people. */
export function LabPressure({ all, stretches }: ReturnType<typeof labPressure>) {
  return (
    <section className="fig narrow">
      <h2>{all ? `${all.otherLiveDeals} other live deals, on average` : 'Pipeline pressure'}</h2>
      {all ? (
        <>
          <p className="soft">
            When a deal was brought, over {counted(all.deals, 'deal')} of {counted(all.people, 'rep')}; how much hung on
            it was {all.lifeOrDeath} of 5. What was said to the hosts alone is not in it. Months are told once they are
            over, and {inWords(FEWEST_PEOPLE)} reps brought something in them, several together where it takes that.
          </p>
          <FigureTable
            seen
            caption="Pipeline pressure by months"
            rows={{
              head: ['Months', 'Deals', 'Reps', 'Other live deals', 'Hangs on it, of 5'],
              rows: [
                ...stretches.map((one) => [
                  one.from === one.until ? one.from : `${one.from} to ${one.until}`,
                  one.deals,
                  one.people,
                  one.otherLiveDeals,
                  one.lifeOrDeath,
                ]),
                ['In all', all.deals, all.people, all.otherLiveDeals, all.lifeOrDeath],
              ],
            }}
          />
        </>
      ) : (
        <p className="soft">
          Shown once months that end in this range are over, and {inWords(FEWEST_PEOPLE)} reps have brought a deal in
          them: of fewer, it would tell of somebody.
        </p>
      )}
    </section>
  );
}

/** One's own pipeline through time, beside what became of the deals; for oneself alone. */
export function OwnPressure({ look, cases }: { look: Look; cases: readonly PressureCase[] }) {
  const calm = cases.filter(({ otherLiveDeals }) => otherLiveDeals <= 1).length;
  return (
    <Figure
      look={look}
      id="own-pressure"
      finding={
        calm > 0 ? `${capital(counted(calm, 'time'))}, there was little else` : 'There was always something else'
      }
      what="Your pipeline"
      rests={cases.length}
      noun="deal"
      chart={<PressureLine cases={cases} />}
      table={{
        head: ['Brought on', 'Deal', 'Other live deals', 'Hangs on it, of 5', 'Outcome'],
        rows: cases.map((one) => [
          dayOf(one),
          one.deal,
          one.otherLiveDeals,
          one.lifeOrDeath,
          one.outcome ? OUTCOME_WORD[one.outcome] : 'open',
        ]),
      }}
      cases={[...cases].reverse().map((one) => ({
        key: one.scenarioId,
        href: `/labs/${look.slug}/scenarios/${one.scenarioId}`,
        label: one.deal,
        meta: `${counted(one.otherLiveDeals, 'other live deal')}, hangs on it: ${one.lifeOrDeath} of 5 · ${
          one.outcome ? OUTCOME_WORD[one.outcome].toLowerCase() : 'open'
        }`,
      }))}
    >
      Your other live deals when you brought each one, with how much hung on it and what became of it. You alone see
      this.
    </Figure>
  );
}

function dayOf({ submittedAt }: PressureCase): string {
  return new Date(submittedAt).toISOString().slice(0, 10);
}
