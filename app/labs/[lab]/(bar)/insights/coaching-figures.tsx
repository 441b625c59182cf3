import type { WrittenCase } from '@/domain/insights/cases';
import { balanceOf, coachesOf, kindsOf, type Coach } from '@/domain/insights/coaching';
import { percent, sum } from '@/domain/insights/numbers';
import { capital, counted } from '@/domain/number-words';
import { kindLabel } from '@/ui/kinds';
import { Bars } from './charts/bars';
import { Figure } from './figure';
import { balanceFinding, kindFinding, KINDS_WORD } from './findings';
import { tooFew, type Look } from './look';

interface CoachingFiguresProps {
  look: Look;
  written: readonly WrittenCase[];
}

/** What was written, how often it helped or was used, how it is spread, and by whom. */
export function CoachingFigures({ look, written }: CoachingFiguresProps) {
  return (
    <>
      <KindFigure look={look} written={written} />
      <BalanceFigure look={look} written={written} />
      {look.personal && <WhoHelps look={look} coaches={coachesOf(written)} />}
    </>
  );
}

function KindFigure({ look, written }: CoachingFiguresProps) {
  const kinds = kindsOf(written);
  const all = sum(kinds, ({ count }) => count);
  return (
    <Figure
      look={look}
      finding={kindFinding(kinds)}
      what="Kinds of contribution"
      rests={all}
      noun="contribution"
      chart={
        <Bars
          bars={kinds.map(({ kind, count, helpful, used }) => ({
            key: kind,
            label: kindLabel(kind),
            value: percent(helpful, count) ?? 0,
            beside: percent(used, count) ?? 0,
            text: `${percent(helpful, count) ?? 0}%`,
          }))}
        />
      }
      table={{
        head: ['Kind', 'Written', 'Marked helpful', 'Used in a commitment', 'Helpful, %', 'Used, %'],
        rows: kinds.map(({ kind, count, helpful, used }) => [
          kindLabel(kind),
          count,
          helpful,
          used,
          percent(helpful, count) ?? 0,
          percent(used, count) ?? 0,
        ]),
      }}
    >
      How many in a hundred the hot seat marked helpful, over {counted(all, 'contribution')}. Hollow: how many a
      commitment rests on.
    </Figure>
  );
}

function BalanceFigure({ look, written }: CoachingFiguresProps) {
  const balance = balanceOf(written);
  const coaches = look.personal ? coachesOf(written) : [];
  return (
    <Figure
      look={look}
      narrow
      finding={balanceFinding(balance)}
      what="Talk balance"
      rests={balance.people}
      noun="person who wrote"
      nouns="people who wrote"
      chart={
        <Bars
          bars={[
            {
              key: 'half',
              label: `The ${counted(balance.half, 'person', 'people')} who write most`,
              value: balance.share,
              text: `${balance.share}%`,
            },
            {
              key: 'rest',
              label: `The other ${counted(balance.people - balance.half, 'person', 'people')}`,
              value: 100 - balance.share,
              text: `${100 - balance.share}%`,
            },
          ]}
        />
      }
      table={{
        head: ['Who', 'People', 'Share of what was written, %'],
        rows: [
          ['Those who write most', balance.half, balance.share],
          ['The others', balance.people - balance.half, 100 - balance.share],
        ],
      }}
      cases={coaches.map(({ id, name, count }) => ({
        key: id,
        href: `/labs/${look.slug}/history?person=${id}`,
        label: name,
        meta: counted(count, 'contribution'),
      }))}
    >
      The fewest people who wrote half of {counted(balance.count, 'contribution')}, of {balance.people} who wrote.
    </Figure>
  );
}

const MOST_MARKS = 44;

/** Who helps, with a mark for each time that the hot seat said so. */
function WhoHelps({ look, coaches }: { look: Look; coaches: readonly Coach[] }) {
  const helpful = coaches.filter((coach) => coach.helpful > 0);
  const marks = sum(helpful, (coach) => coach.helpful);
  if (marks === 0) return null;
  const each = Math.max(1, Math.ceil(Math.max(...helpful.map((coach) => coach.helpful)) / MOST_MARKS));
  return (
    <section className="fig all">
      <h2>Who helps</h2>
      <p className="soft">
        Contributions the hot seat marked helpful, {marks} of them.{' '}
        {each === 1 ? 'One mark each.' : `One mark is up to ${each}.`}
      </p>
      <ul className="coaches">
        {helpful.map(({ id, name, helpful: own, count, used, mostly }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <div className="meta">
                {mostly && count > 1 ? `mostly ${KINDS_WORD[mostly]}` : capital(counted(count, 'contribution'))}
              </div>
            </div>
            <div className="marks" aria-hidden="true">
              {!look.tables &&
                Array.from({ length: Math.ceil(own / each) }, (_, at) => (
                  <i key={at} style={{ flexBasis: `${100 / MOST_MARKS}%` }} />
                ))}
              {look.tables && <span className="meta num">{`${count} written, ${used} used`}</span>}
            </div>
            <b className="num">
              {own}
              <span className="sr"> helpful of {count} written</span>
            </b>
          </li>
        ))}
      </ul>
      {tooFew(marks) && <p className="meta mt-3">So few that they say little yet.</p>}
    </section>
  );
}
