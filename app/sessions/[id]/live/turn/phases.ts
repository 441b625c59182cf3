import type { Phase } from '@/domain/vocabulary';
import { PHASES } from '@/domain/vocabulary';

export const PHASE_NAMES: Record<Phase, string> = {
  present: 'Present',
  clarify: 'Clarify',
  coach: 'Coach',
  commit: 'Commit',
};

export function phaseAfter(phase: Phase): Phase | undefined {
  return PHASES[PHASES.indexOf(phase) + 1];
}

export function phaseBefore(phase: Phase): Phase | undefined {
  return PHASES[PHASES.indexOf(phase) - 1];
}

/** What a phase asks of everyone, and of whoever sits there. */
export function phaseAsks(phase: Phase, rep: string, seated: boolean): string {
  if (seated) {
    return {
      present: 'You have the hot seat. Tell it; the room listens.',
      clarify: 'You have the hot seat. Answer what is asked.',
      coach: 'You have the hot seat. Listen, then mark what helps.',
      commit: 'You have the hot seat. Say out loud what you will do, then write it down.',
    }[phase];
  }
  return {
    present: `${rep} presents; the room listens.`,
    clarify: `Questions only; ${rep} replies.`,
    coach: `${rep} listens, then marks what helps.`,
    commit: `The room is quiet; ${rep} decides.`,
  }[phase];
}

/** The few words of it that a phone has room for. */
export function phaseBrief(phase: Phase, rep: string, seated: boolean): string {
  if (seated) return { present: 'Tell it', clarify: 'Answer', coach: 'Listen, mark', commit: 'Decide' }[phase];
  return {
    present: `${rep} presents`,
    clarify: 'Questions only',
    coach: `${rep} listens`,
    commit: `${rep} decides`,
  }[phase];
}
