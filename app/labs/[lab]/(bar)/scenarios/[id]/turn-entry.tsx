import clsx from 'clsx';
import { CornerDownRight, Pin } from 'lucide-react';
import { capital, countedInFigures, inWords } from '@/domain/number-words';
import { isKept, threadsOf, type LifeTurn, type LifeWords } from '@/domain/scenario-life';
import { firstName } from '@/domain/vocabulary';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { Link } from '@/ui/link';
import { Voice } from '@/ui/voice';
import { Helpful } from '@/ui/words';
import type { LifeProps } from './life-props';

/** Up to so many are shown at once; of more, those that were kept. */
const FEW = 6;

interface TurnEntryProps extends LifeProps {
  turn: LifeTurn;
  /** It had sat there before. */
  again: boolean;
  whole: string | undefined;
}

/** One time on the hot seat, with the coaching in order. */
export function TurnEntry({ membership, life, name, turn, again, whole }: TurnEntryProps) {
  const threads = threadsOf(turn.words);
  const kept = threads.filter(isKept);
  const all = whole === turn.id || threads.length <= FEW || kept.length === 0;
  const shown = all ? threads : kept;
  const page = `/labs/${membership.lab.slug}/scenarios/${life.scenario.id}`;
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
        {shown.map(({ one, replies }) => (
          <li key={one.id} className={clsx('con', one.helpful && 'marked')}>
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
      {turn.words.length < turn.said && all && <p className="meta">These are the first {turn.words.length}.</p>}
      {!all && (
        <p className="mt-2">
          <Link href={`${page}?words=${turn.id}#turn-${turn.id}`}>All {turn.said}</Link>
        </p>
      )}
      {all && shown.length > kept.length && kept.length > 0 && threads.length > FEW && (
        <p className="mt-2">
          <Link href={`${page}#turn-${turn.id}`}>Only what was kept</Link>
        </p>
      )}
    </>
  );
}

/** "16 contributions, 3 marked helpful, one sent late." */
function countsText({ words, said }: LifeTurn): string {
  if (said === 0) return 'Nothing was written.';
  const helpful = words.filter((one) => one.helpful).length;
  const late = words.filter((one) => one.late).length;
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
