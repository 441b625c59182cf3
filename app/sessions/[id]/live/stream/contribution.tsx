'use client';

import { memo, useState, type ReactNode } from 'react';
import clsx from 'clsx';
import { CornerDownRight, Pin } from 'lucide-react';
import type { Contribution as Said, Id } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { LocalTime } from '@/ui/time';
import { LiveVoice } from '@/ui/live-voice';
import { Helpful } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { nameOf, speaksAsHost } from '../select';
import { AnswerIt } from './answer-it';
import { Edit } from './edit';
import { useStreamFacts } from './facts';
import { MarkHelpful } from './mark-helpful';
import { sameReplies } from './threads';
import { useWordsKeys } from './use-words-keys';
import { useTakeBack } from './take-back';
import { WordsMenu } from './words-menu';

interface ContributionProps {
  one: Said;
  replies: readonly Said[];
  /** It has just come, for a reader at the end. */
  arrives?: boolean;
  /** Of a turn that ended: it isn't answered any more. */
  past?: boolean;
}

/** Something that was said, and the hot seat's replies under it; drawn again only when one of them changes. */
export const Contribution = memo(
  function Contribution({ one, replies, arrives, past }: ContributionProps) {
    return (
      <>
        <Words one={one} className={arrives ? 'arrives' : ''}>
          {!past && <AnswerIt one={one} />}
        </Words>
        {replies.map((reply) => (
          <Words key={reply.id} one={reply} className="rep" reply />
        ))}
      </>
    );
  },
  (a, b) => a.one === b.one && a.arrives === b.arrives && sameReplies(a.replies, b.replies),
);

interface WordsProps {
  one: Said;
  className: string;
  reply?: boolean;
  children?: ReactNode;
}

function Words({ one, className, reply, children }: WordsProps) {
  const { me, seat, seatName, mayMark, mayAnswer } = useStreamFacts();
  const [editing, setEditing] = useState(false);
  const takeBack = useTakeBack(one);
  const onKeyDown = useWordsKeys(one, { edit: () => setEditing(true), takeBack: takeBack.ask });
  const mine = one.by === me;
  return (
    <li
      className={clsx('con', one.helpful && 'marked', className)}
      tabIndex={-1}
      data-con={one.id}
      data-mine={mine || undefined}
      onKeyDown={onKeyDown}
    >
      {reply && <Icon as={CornerDownRight} className="re" />}
      <div className="hd">
        {reply ? (
          <span className="k">
            <Author id={one.by} />
          </span>
        ) : (
          <KindLabel kind={one.kind} />
        )}
        <span>{reply ? 'replies' : <Author id={one.by} asHost />}</span>
        <span className="at num">
          {one.pinned && <Icon as={Pin} label="Pinned" />}
          {one.edited && !one.gone && 'edited'} <LocalTime at={one.at} form="time" />
        </span>
        <WordsMenu one={one} onEdit={() => setEditing(true)} onTakeBack={takeBack.ask} />
      </div>
      {one.gone && (
        <p className="meta mt-1">{one.gone === 'withdrawn' ? 'Withdrawn by its author.' : 'Hidden by a host.'}</p>
      )}
      {!one.gone && one.body === '' && <p className="meta mt-1">Changed or taken back later.</p>}
      {editing && !one.gone ? (
        <Edit one={one} onDone={() => setEditing(false)} />
      ) : (
        one.body && <LiveVoice className={one.gone ? 'soft' : ''}>{one.body}</LiveVoice>
      )}
      {one.helpful && !one.gone && me !== seat && <Helpful>{seatName} marked this helpful</Helpful>}
      {!one.gone && (mayMark || mayAnswer) && (
        <div className="row wrap gap-2">
          <MarkHelpful one={one} />
          {children}
        </div>
      )}
      {takeBack.dialog}
    </li>
  );
}

/** Whose words they are; a change of anybody else's name draws nothing again. */
function Author({ id, asHost }: { id: Id; asHost?: boolean }) {
  const { me } = useStreamFacts();
  const line = useRoom((view) => nameOf(view, id) + (asHost && speaksAsHost(view, id) ? ', host' : ''));
  return id === me ? 'You' : line;
}
