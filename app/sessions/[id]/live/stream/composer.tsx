'use client';

import { memo, useId, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { SendHorizontal } from 'lucide-react';
import type { Id } from '@/domain/session/state';
import { LIMITS, type ContributionKind } from '@/domain/vocabulary';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { Icon } from '@/ui/icon';
import { KindIcon, kindLabel } from '@/ui/kinds';
import { lazyPart } from '@/ui/later';
import { Textarea } from '@/ui/textarea';
import { byKey } from '../bar/shortcut-table';
import type { RoomView } from '../connection/room-view';
import { useConnection, useRoom } from '../connection/use-room';
import { firstNameOf, isHost, kindsNow, mayLate, seatOf, turnOf } from '../select';
import { useKeys } from '../use-keys';
import { sends } from '../writing';
import { useComposer } from './use-composer';
import { useSayLate } from './use-say-late';

const Astray = lazyPart(() => import('./astray').then((module) => module.Astray));

const PLACEHOLDERS: Record<ContributionKind, string> = {
  question: 'Ask one thing',
  advice: 'Say it in two sentences',
  challenge: 'Say what they would rather not hear',
  story: 'What happened to you',
  resource: 'A link, and what it is for',
  answer: 'Answer in a sentence',
};

/** Where a person writes to the room: a kind and a text, kept through every phase, turn, reload and lost connection. */
export function Composer() {
  const connection = useConnection();
  const composer = useComposer();
  const { draft, turnId, astray } = composer;
  const kinds = useRoom(kindsNow);
  const field = useRef<HTMLTextAreaElement>(null);
  const kind = kinds.includes(draft.kind) ? draft.kind : kinds.length === 1 ? (kinds[0] ?? draft.kind) : draft.kind;
  const closed = kinds.length === 0;
  const lineId = useId();
  const rep = useRoom((view) => repOf(view, turnId));
  const quiet = useRoom((view) => quietLine(view, kind, draft.body.trim() !== ''));
  const line = astray ? `You began this for ${rep}. It is kept.` : quiet;
  const mayLateHere = useRoom((view) => mayLate(view, turnOf(view)?.id, kind));
  const announce = useAnnounce();
  const sayLate = useSayLate();
  useKindKeys(kinds, composer.choose);

  const post = (late: boolean) => {
    if ((closed || astray) && !late) return announce(line);
    if (draft.body.trim() === '' || !turnId) return;
    const words = { kind, body: draft.body };
    if (late) sayLate({ ...words, late: turnId });
    else connection.say('contribution.add', { ...words, turnId });
    composer.sent();
    field.current?.focus();
  };
  const useHere = () => {
    composer.useHere();
    field.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    post(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (sends(event)) {
      event.preventDefault();
      post(false);
    }
  };
  const empty = draft.body.trim() === '';
  return (
    <form className="compose" onSubmit={onSubmit}>
      {astray ? (
        <Astray id={lineId} line={line} rep={rep} onLate={() => post(true)} onUseHere={useHere} />
      ) : (
        <Kinds kinds={kinds} kind={kind} onChoose={composer.choose} />
      )}
      <div className="row end mt-[6px] gap-[10px]">
        <Textarea
          {...byKey('write')}
          ref={field}
          className="grow"
          aria-label={`Your ${kindLabel(kind).toLowerCase()}`}
          aria-describedby={closed || astray ? lineId : undefined}
          placeholder={closed ? 'What you write is kept' : PLACEHOLDERS[kind]}
          maxLength={LIMITS.body}
          value={draft.body}
          onChange={(event) => {
            composer.type(event.target.value);
            if (!closed) connection.typing();
          }}
          onKeyDown={onKeyDown}
        />
        {!astray && (
          <Button
            type="submit"
            variant="ink"
            aria-label="Send"
            className="min-h-[48px] px-[14px]"
            reason={closed ? 'The room listens now.' : empty && 'Write something first.'}
          >
            <Icon as={SendHorizontal} />
          </Button>
        )}
      </div>
      {closed && !astray && <Quiet id={lineId} line={line} late={!empty && mayLateHere} onLate={() => post(true)} />}
    </form>
  );
}

/** Not drawn again with each key. */
const Kinds = memo(function Kinds(props: {
  kinds: readonly ContributionKind[];
  kind: ContributionKind;
  onChoose: (kind: ContributionKind) => void;
}) {
  const { kinds, kind, onChoose } = props;
  const strict = useRoom((view) => view.state?.settings.strict ?? true);
  const phase = useRoom((view) => turnOf(view)?.phase);
  const host = useRoom(isHost);
  if (kinds.length > 1) {
    return (
      <>
        <Choices
          look="kinds"
          hideLegend
          legend="Kind"
          options={kinds.map((value) => ({ value, label: kindLabel(value) }))}
          value={kind}
          onChange={onChoose}
        />
        {host && strict && phase !== 'coach' && <p className="meta small">Hosts may write any kind at any time.</p>}
      </>
    );
  }
  return kinds.length === 1 ? (
    <div className="row min-h-[36px] gap-[7px] text-2 font-[650]">
      <KindIcon kind={kind} />
      {kindLabel(kind)}
    </div>
  ) : null;
});

/** For whom words are that were begun for a turn. */
function repOf(view: RoomView, turnId: Id | null): string {
  const turn = view.state?.turns.find(({ id }) => id === turnId);
  return turn ? firstNameOf(view, turn.repId) : 'an earlier deal';
}

/** Why the room takes nothing just now, and what becomes of what is written. */
function quietLine(view: RoomView, kind: ContributionKind, words: boolean): string {
  const rep = firstNameOf(view, seatOf(view) ?? '');
  if (turnOf(view)?.phase === 'commit') return `The room is quiet while ${rep} decides.`;
  const late = words && mayLate(view, turnOf(view)?.id, kind);
  return `The room listens while ${rep} presents. You can write, and send it ${late ? 'late, or in the next phase' : 'in Clarify'}.`;
}

/** The room is quiet: what one writes is kept; once its phase has passed it can go out late. */
function Quiet({ id, line, late, onLate }: { id: string; line: string; late: boolean; onLate: () => void }) {
  return (
    <div className="row wrap between mt-2 gap-2">
      <p id={id} className="meta small grow">
        {line}
      </p>
      {late && (
        <Button size="sm" onClick={onLate}>
          Send it late
        </Button>
      )}
    </div>
  );
}

/** The kinds by Alt and a number, in the order of the list, whichever may be written now. */
function useKindKeys(kinds: readonly ContributionKind[], choose: (kind: ContributionKind) => void) {
  const kindKey = (kind: ContributionKind) => kinds.includes(kind) && (() => choose(kind));
  useKeys({
    kind1: kindKey('question'),
    kind2: kindKey('advice'),
    kind3: kindKey('challenge'),
    kind4: kindKey('story'),
    kind5: kindKey('resource'),
  });
}
