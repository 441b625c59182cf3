import { timerOf, type Turn } from '@/domain/session';
import { leftOf } from '@/domain/clock';
import type { Phase } from '@/domain/vocabulary';
import { said, seatOf, unanswered, type Act, type View } from './acts';

/** How long each phase lasts when a simulated rep sits, in seconds: a little quicker than the lab's own clock. */
const BRISK: Record<Phase, number> = { present: 75, clarify: 170, coach: 330, commit: 80 };
const VOTE_AFTER_S = 70;
const REVEAL_AFTER_S = 45;
const NEXT: Partial<Record<Phase, Phase>> = { present: 'clarify', clarify: 'coach', coach: 'commit' };

/** Keeps the meeting moving, slowly, for as long as no human host is in the room. */
export class HostActs {
  private since = { mark: '', at: 0 };

  next(view: View): Act | undefined {
    const { state, here } = view;
    if (state.status !== 'live') return undefined;
    const { turn } = state;
    if (turn) return this.leadTurn(view, turn);
    const ready = state.queue.find((id) => here.has(state.scenarios[id]?.repId ?? ''));
    return ready ? { type: 'turn.start', data: { scenarioId: ready } } : undefined;
  }

  private leadTurn(view: View, turn: Turn): Act | undefined {
    const data = { turnId: turn.id };
    const seconds = this.secondsSince(`${turn.id} ${turn.phase} ${turn.ladderOpen}`, view.now);
    if (turn.leftMs !== undefined) return seconds > 60 ? { type: 'turn.resume', data } : undefined;
    if (turn.phase === 'clarify' && !turn.reveal) {
      if (!turn.ladderOpen) return seconds > VOTE_AFTER_S ? { type: 'ladder.open', data } : undefined;
      const voters = [...view.simulated].filter(
        (id) => view.here.has(id) && id !== turn.repId && id !== view.id,
      ).length;
      const enough = turn.votes >= voters || seconds > REVEAL_AFTER_S;
      return enough && turn.votes > 0 ? { type: 'ladder.reveal', data } : undefined;
    }
    if (!this.isOver(view, turn)) return this.coach(view, turn);
    const next = NEXT[turn.phase];
    return next ? { type: 'turn.phase', data: { phase: next, from: turn.phase, ...data } } : { type: 'turn.end', data };
  }

  /** A person on the hot seat has all the time that the clock gives, and half a minute more. */
  private isOver({ state, simulated, now }: View, turn: Turn): boolean {
    if (turn.phase === 'commit' && turn.commitment) return now - Date.parse(turn.commitment.at) > 15_000;
    const left = leftOf(timerOf(turn), now) / 1000;
    if (!simulated.has(turn.repId)) return left < -30;
    return state.settings.phaseSeconds[turn.phase] - left > BRISK[turn.phase] && unanswered(turn).length === 0;
  }

  private coach(view: View, turn: Turn): Act | undefined {
    if (turn.phase !== 'coach') return undefined;
    const line = seatOf(view, turn)?.coach.find(({ by, body }) => by === view.actor && !said(turn, body));
    if (!line || view.random() > 0.1) return undefined;
    const { kind, body } = line;
    return { type: 'contribution.add', data: { kind, body, turnId: turn.id }, words: body };
  }

  private secondsSince(mark: string, now: number): number {
    if (this.since.mark !== mark) this.since = { mark, at: now };
    return (now - this.since.at) / 1000;
  }
}
