import type { CommandType } from '@/domain/permissions';
import { aDeal } from './deals';
import type { TestLab } from './lab';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Data for each command, about something that is there; where it isn't named, about nothing that is. */
export function dataAbout(has: {
  lab: TestLab;
  scenarioId: string;
  contributionId?: string;
  questionId?: string;
  turnId?: string;
}) {
  const { scenarioId, contributionId = NOBODY, questionId = NOBODY, lab } = has;
  const data: Partial<Record<CommandType, object>> = {
    'host.hand_over': { userId: lab.reps[2]!.id },
    'host.note': { body: 'Note' },
    'scenario.submit': aDeal(),
    'scenario.edit': { scenarioId, changes: { title: 'Another' }, base: 1_000 },
    'turn.phase': { phase: 'commit' },
    'turn.extend': { seconds: 60 },
    'contribution.add': { kind: 'advice', body: 'Ask.' },
    'contribution.edit': { contributionId, body: 'Ask.' },
    'ladder.vote': { answers: ['yes', 'yes', 'yes', 'yes', 'yes'] },
    'commitment.make': { decision: 'pursue', nextStep: 'Call', dueOn: '2099-01-01' },
    'checkin.record': { commitmentId: NOBODY, outcome: 'won' },
    'floor.ask': { body: 'Why?' },
    'floor.release': { questionId },
    'floor.answer': { questionId, body: 'Because.' },
    'takeaway.leave': { body: 'Ask sooner.' },
    'queue.move': { scenarioId, to: 0 },
    'participant.remove': { userId: NOBODY },
  };
  return (type: CommandType): object => {
    if (data[type]) return data[type];
    if (type.startsWith('contribution.')) return { contributionId };
    return type.startsWith('scenario.') || type === 'turn.start' ? { scenarioId } : {};
  };
}
