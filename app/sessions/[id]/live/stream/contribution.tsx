'use client';

import { memo, useState, type ReactNode } from 'react';
import { CornerDownRight, Pin } from 'lucide-react';
import type { Contribution as Said, Id } from '@/domain/session/state';
import { Icon } from '@/ui/icon';
import { KindLabel } from '@/ui/kinds';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { Helpful } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { firstNameOf, meOf, nameOf, roleOf } from '../select';
import { AnswerIt } from './answer-it';
import { Edit } from './edit';
import { MarkHelpful } from './mark-helpful';
import { WordsMenu } from './words-menu';
import { sameReplies } from './threads';

interface ContributionProps {
  one: Said;
  replies: readonly Said[];
  /** Who sat on the hot seat when it was said. */
  seat: Id;
  /** It has just come, for a reader at the end. */
  arrives?: boolean;
  /** Of a turn that ended: it isn't answered any more. */
  past?: boolean;
}

/** Something that was said, and the hot seat's replies under it; drawn again only when one of them changes. */
export const Contribution = memo(
  function Contribution({ one, replies, seat, arrives, past }: ContributionProps) {
    return (
      <>
        <Words one={one} seat={seat} className={arrives ? 'arrives' : ''}>
          {!past && <AnswerIt one={one} seat={seat} />}
        </Words>
        {replies.map((reply) => (
          <Words key={reply.id} one={reply} seat={seat} className="rep" reply />
        ))}
      </>
    );
  },
  (a, b) => a.one === b.one && a.seat === b.seat && a.arrives === b.arrives && sameReplies(a.replies, b.replies),
);

interface WordsProps {
  one: Said;
  seat: Id;
  className: string;
  reply?: boolean;
  children?: ReactNode;
}

function Words({ one, seat, className, reply, children }: WordsProps) {
  const [editing, setEditing] = useState(false);
  const author = useAuthor(one.by);
  const seatName = useRoom((view) => firstNameOf(view, seat));
  const seated = useRoom((view) => meOf(view) === seat);
  return (
    <li
      className={`con ${one.helpful ? 'marked' : ''} ${className}`}
      tabIndex={-1}
      data-con={one.id}
      data-mine={author.me || undefined}
    >
      {reply && <Icon as={CornerDownRight} className="re" />}
      <div className="hd">
        {reply ? <span className="k">{author.name}</span> : <KindLabel kind={one.kind} />}
        <span>{reply ? 'replies' : author.line}</span>
        <span className="at num">
          {one.pinned && <Icon as={Pin} label="Pinned" />}
          {one.edited && !one.gone && 'edited'} <LocalTime at={one.at} form="time" />
        </span>
        <WordsMenu one={one} onEdit={() => setEditing(true)} />
      </div>
      {one.gone && (
        <p className="meta mt-1">{one.gone === 'withdrawn' ? 'Withdrawn by its author.' : 'Hidden by a host.'}</p>
      )}
      {editing && !one.gone ? (
        <Edit one={one} onDone={() => setEditing(false)} />
      ) : (
        one.body && <Voice className={one.gone ? 'soft' : ''}>{one.body}</Voice>
      )}
      {one.helpful && !one.gone && !seated && <Helpful>{seatName} marked this helpful</Helpful>}
      {!one.gone && (
        <div className="row wrap gap-2">
          <MarkHelpful one={one} seat={seat} />
          {children}
        </div>
      )}
    </li>
  );
}

function useAuthor(id: Id): { name: string; line: string; me: boolean } {
  const me = useRoom((view) => meOf(view) === id);
  const full = useRoom((view) => nameOf(view, id));
  const host = useRoom((view) => roleOf(view, id) === 'host' && view.people[id] !== undefined);
  const name = me ? 'You' : full;
  return { name, me, line: host && !me ? `${name}, host` : name };
}
