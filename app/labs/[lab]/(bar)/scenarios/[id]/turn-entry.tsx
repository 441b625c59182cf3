import clsx from 'clsx';
import { CornerDownRight, Pin } from 'lucide-react';
import { capital, countedInFigures, inWords } from '@/domain/number-words';
import { threadsOf, type LifeTurn, type LifeWords } from '@/domain/scenario-life';
import { firstName } from '@/domain/vocabulary';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { Link } from '@/ui/link';
import { onPaper } from '@/ui/on-paper';
import { PageLinks } from '@/ui/page-links';
import { Voice } from '@/ui/voice';
import { Helpful } from '@/ui/words';
import type { LifeProps } from './life-props';
import { isShortened, lastWordsPage, wordsAddress, type ToldTurn } from './shown-life';

interface TurnEntryProps extends LifeProps {
  told: ToldTurn;
  /** It had sat there before. */
  again: boolean;
  /** The address of this page of the deal's line. */
  here: string;
}

/** One time on the hot seat, with the coaching in order: a page of it, or what was kept. */
export function TurnEntry({ membership, life, name, told, again, here }: TurnEntryProps) {
  const { turn, words, page } = told;
  const at = `/labs/${membership.lab.slug}/scenarios/${life.scenario.id}`;
  const rep = firstName(name(life.scenario.repId));
  return (
    <>
      <h3 id={`turn-${turn.id}`}>
        {again ? 'On the hot seat again' : 'On the hot seat'}
        {turn.endedAt === null && ', now'}
        {turn.putOff && ', and put off'}
      </h3>
      <p className="meta num mt-[2px]">
        {countsText(turn)} <Link href={`/sessions/${turn.sessionId}/recap`}>Recap of session {turn.sessionNumber}</Link>
        {turn.endedAt !== null && (
          <>
            {' · '}
            <Link href={`/sessions/${turn.sessionId}/replay?turn=${turn.id}`}>Replay the turn</Link>
          </>
        )}
      </p>
      <ol className="life-coaching">
        {threadsOf(words).map(({ one, replies }) => (
          <li
            key={one.id}
            className={clsx('con', one.helpful && 'marked', onPaper([one, ...replies].map(({ body }) => body)))}
          >
            <Words one={one} name={name} rep={rep} />
            {replies.map((reply) => (
              <div key={reply.id} className="con rep">
                <Icon as={CornerDownRight} className="re" />
                <Words one={reply} name={name} rep={rep} reply />
              </div>
            ))}
          </li>
        ))}
      </ol>
      {page === undefined ? (
        <p className="mt-2">
          {words.length < turn.kept && <span className="meta">These are the first of those that were kept. </span>}
          <Link href={at + wordsAddress(turn.id)}>All {turn.said}</Link>
        </p>
      ) : (
        <PageLinks
          label={`Pages of what was said in session ${turn.sessionNumber}`}
          className="mt-3"
          page={page}
          last={lastWordsPage(turn)}
          to={(other) => at + wordsAddress(turn.id, other)}
          before="Earlier"
          after="Later"
        />
      )}
      {page !== undefined && isShortened(turn) && (
        <p className="mt-2">
          <Link href={`${here}#turn-${turn.id}`}>Only what was kept</Link>
        </p>
      )}
    </>
  );
}

/** "16 contributions, 3 marked helpful, one sent late." */
function countsText({ said, helpful, late }: LifeTurn): string {
  if (said === 0) return 'Nothing was written.';
  return `${[
    countedInFigures(said, 'contribution'),
    helpful > 0 && `${helpful} marked helpful`,
    late > 0 && `${inWords(late)} sent late`,
  ]
    .filter(Boolean)
    .join(', ')}.`;
}

interface WordsProps {
  one: LifeWords;
  name: (id: string) => string;
  rep: string;
  reply?: boolean;
}

function Words({ one, name, rep, reply }: WordsProps) {
  const marks = [one.late && 'afterwards', one.used && 'used'].filter(Boolean).join(', ');
  return (
    <>
      <div className="hd">
        {reply ? <span className="k">{name(one.by)}</span> : <KindLabel kind={one.kind} />}
        <span>{reply ? 'replies' : name(one.by)}</span>
        <span className="at num">
          {one.pinned && <Icon as={Pin} label="Pinned" />}
          {marks}
        </span>
      </div>
      <Voice>{one.body}</Voice>
      {one.helpful && <Helpful>{capital(rep)} marked this helpful</Helpful>}
    </>
  );
}
