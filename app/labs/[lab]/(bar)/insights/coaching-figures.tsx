import { FORMER } from '@/domain/history-query';
import type { WordsCase, WrittenCase } from '@/domain/insights/cases';
import { balanceOf, COACHING_KINDS, helpersOf, kindsOf, writersOf } from '@/domain/insights/coaching';
import { rate, rateText, sum } from '@/domain/insights/numbers';
import { capital, counted } from '@/domain/number-words';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { kindLabel } from '@/ui/kinds';
import type { Case } from './cases';
import { Bars } from './charts/bars';
import { HelpMarks } from './charts/help-marks';
import { Figure } from './figure';
import { balanceFinding, kindFinding } from './findings';
import type { Look } from './look';

/** The figures whose lists are read page by page. */
export const KINDS = 'kinds';
export const HELP = 'help';

interface CoachingFiguresProps {
  look: Look;
  written: readonly WrittenCase[];
  /** The page that is looked at of the contributions, and of those that helped. */
  words: readonly WordsCase[];
  helpful: readonly WordsCase[];
}

/** What was written, how often it helped or was used, how it is spread, and who helped with what. */
export function CoachingFigures({ look, written, words, helpful }: CoachingFiguresProps) {
  return (
    <>
      <KindFigure look={look} written={written} words={words} />
      <BalanceFigure look={look} written={written} />
      <HelpFigure look={look} written={written} words={helpful} />
    </>
  );
}

type FigureProps = Pick<CoachingFiguresProps, 'look' | 'written' | 'words'>;

function KindFigure({ look, written, words }: FigureProps) {
  const kinds = kindsOf(written);
  const all = sum(kinds, ({ count }) => count);
  return (
    <Figure
      look={look}
      id={KINDS}
      finding={kindFinding(kinds)}
      what="Kinds of contribution"
      rests={all}
      noun="contribution"
      chart={
        <Bars
          bars={kinds.map(({ kind, count, helpful, used }) => ({
            key: kind,
            label: kindLabel(kind),
            value: rate(helpful, count) ?? 0,
            beside: rate(used, count) ?? 0,
            text: rateText(helpful, count),
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
          rate(helpful, count) ?? 'too few',
          rate(used, count) ?? 'too few',
        ]),
      }}
      cases={{ count: all, cases: words.map((one) => wordsCase(look, one)) }}
    >
      How many in a hundred the hot seat marked helpful, over {counted(all, 'contribution')}. Hollow: how many a
      commitment rests on.
    </Figure>
  );
}

function wordsCase({ slug }: Look, { id, scenarioId, body, ...one }: WordsCase): Case {
  const marks = [one.helpful && 'marked helpful', one.used && 'used'].filter(Boolean).join(', ');
  return {
    key: id,
    href: `/labs/${slug}/scenarios/${scenarioId}`,
    label: body,
    meta: `${kindLabel(one.kind)} of ${one.authorName}, session ${one.sessionNumber}${marks && ` · ${marks}`}`,
  };
}

function BalanceFigure({ look, written }: Omit<FigureProps, 'words'>) {
  const balance = balanceOf(written);
  const most = balance.most.length;
  return (
    <Figure
      look={look}
      id="balance"
      size="narrow"
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
              label: `The ${counted(most, 'person', 'people')} who write most`,
              value: balance.share,
              text: `${balance.share}%`,
            },
            {
              key: 'rest',
              label: `The other ${counted(balance.people - most, 'person', 'people')}`,
              value: 100 - balance.share,
              text: `${100 - balance.share}%`,
            },
          ]}
        />
      }
      table={{
        head: ['Who', 'People', 'Share of what was written, %'],
        rows: [
          ['Those who write most', most, balance.share],
          ['The others', balance.people - most, 100 - balance.share],
        ],
      }}
      cases={writerCases(look, written)}
    >
      The fewest people who wrote half of {counted(balance.count, 'contribution')}, answers too, of {balance.people} who
      wrote.
    </Figure>
  );
}

/** Everybody who wrote, by name; those who left in one line, as their words are found together too. */
function writerCases({ slug }: Look, written: readonly WrittenCase[]): Case[] {
  const line = (person: string, label: string, count: number) => ({
    key: person,
    href: `/labs/${slug}/history?person=${person}`,
    label,
    meta: `${counted(count, 'contribution')}, answers too`,
  });
  const writers = writersOf(written);
  const former = writers.filter(({ name }) => name === FORMER_MEMBER);
  const theirs = sum(former, ({ count }) => count);
  const who = former.length === 1 ? FORMER_MEMBER : counted(former.length, 'former member');
  return [
    ...writers.filter((one) => !former.includes(one)).map(({ id, name, count }) => line(id, name, count)),
    ...(former.length > 0 ? [line(FORMER, capital(who), theirs)] : []),
  ];
}

function HelpFigure({ look, written, words }: FigureProps) {
  const helpers = helpersOf(written);
  const marks = sum(helpers, ({ helpful }) => helpful);
  return (
    <Figure
      look={look}
      id={HELP}
      size="all"
      finding={`${capital(counted(helpers.length, 'person', 'people'))} helped`}
      what="Who helps"
      rests={marks}
      noun="contribution that was marked helpful"
      nouns="contributions that were marked helpful"
      chart={<HelpMarks helpers={helpers} />}
      table={{
        head: ['Who', ...COACHING_KINDS.map(kindLabel), 'All'],
        rows: helpers.map(({ name, kinds, helpful }) => [
          name,
          ...COACHING_KINDS.map((kind) => kinds.get(kind) ?? 0),
          helpful,
        ]),
      }}
      cases={{ count: marks, cases: words.map((one) => wordsCase(look, one)) }}
    >
      Whom to ask for what: {counted(marks, 'contribution')} that the hot seat marked helpful, by name.
    </Figure>
  );
}
