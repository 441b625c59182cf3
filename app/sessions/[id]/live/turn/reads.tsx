'use client';

import { VOTE_PHASES } from '@/domain/permissions';
import { Button } from '@/ui/button';
import { ReadCount } from '@/ui/ladder/read-count';
import { Kbd } from '@/ui/words';
import { useRoom } from '../connection/use-room';
import { isHost, turnOf, votersOf } from '../select';
import { useDoing, useHeld, useSend } from '../use-session';

/** How many blind reads are in; for hosts, to open the vote and to reveal. */
export function Reads() {
  const open = useRoom((view) => turnOf(view)?.ladderOpen ?? false);
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const votes = useRoom((view) => turnOf(view)?.votes ?? 0);
  const voters = useRoom(votersOf);
  const host = useRoom(isHost);
  if (!open && votes === 0) {
    if (!host) return null;
    return (
      <div className="reads">
        <div>
          <b>The vote is not open</b>
          <p className="meta">
            {VOTE_PHASES.includes(phase) ? 'The room reads the ladder blind.' : 'It opens in Clarify or Coach.'}
          </p>
        </div>
        <OpenVote />
      </div>
    );
  }
  return (
    <div className="reads">
      <div>
        <b className="num">{voters === 0 ? 'The vote is open' : `${votes} of ${voters} reads are in`}</b>
        <p className="meta">{stands(votes, voters, host)}</p>
      </div>
      {host && <Reveal />}
      <ReadCount count={votes} of={voters} />
    </div>
  );
}

function stands(votes: number, voters: number, host: boolean): string {
  if (voters === 0) return 'No peer is here to read it yet.';
  return votes === 0 && host ? 'Reveal needs at least one.' : 'What they chose stays hidden.';
}

function OpenVote() {
  const { open, reason } = useOpenVote();
  const pending = useDoing('ladder.open');
  return (
    <Button reason={reason} pending={pending} onClick={open}>
      Open the vote <Kbd>R</Kbd>
    </Button>
  );
}

function Reveal() {
  const { reveal, reason } = useReveal();
  const pending = useDoing('ladder.reveal');
  return (
    <Button reason={reason} pending={pending} onClick={reveal}>
      Reveal <Kbd>R</Kbd>
    </Button>
  );
}

/** Opens the vote, or says why not. */
export function useOpenVote(): { open: () => void; reason: string | undefined } {
  const turnId = useRoom((view) => turnOf(view)?.id);
  const phase = useRoom((view) => turnOf(view)?.phase ?? 'present');
  const held = useHeld();
  const send = useSend();
  const reason = held ?? (VOTE_PHASES.includes(phase) ? undefined : 'The ladder vote opens in Clarify or Coach.');
  return { reason, open: () => void (turnId && send('ladder.open', { turnId })) };
}

/** Reveals the ladder to all, or says why not. */
export function useReveal(): { reveal: () => void; reason: string | undefined } {
  const turnId = useRoom((view) => turnOf(view)?.id);
  const votes = useRoom((view) => turnOf(view)?.votes ?? 0);
  const held = useHeld();
  const send = useSend();
  const reason = held ?? (votes > 0 ? undefined : 'The reveal waits for the first read.');
  return { reason, reveal: () => void (turnId && send('ladder.reveal', { turnId })) };
}
