import { capital } from '@/domain/number-words';
import { climbText, lookedBackText } from '@/domain/ladder';
import { listed } from '@/domain/listed';
import { climbIn, isCorrected, isLastEnd, isToldOf, type LifeCheckIn } from '@/domain/scenario-life';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { EvidenceList } from '@/ui/ladder/evidence-list';
import { OutcomeIcon, outcomeLabel } from '@/ui/outcomes';
import { Voice } from '@/ui/voice';
import { ThenSaid } from '../../then-said';
import type { LifeProps } from './life-props';

/** A report on a commitment, what its ladder came to, and who heard of it; of one that stands no more, that it doesn't. */
export function CheckedIn({ life, name, checkIn }: LifeProps & { checkIn: LifeCheckIn }) {
  const { usesOf = [] } = life.commitments.find(({ id }) => id === checkIn.commitmentId) ?? {};
  const others = checkIn.by === life.scenario.repId ? undefined : name(checkIn.by);
  const corrected = isCorrected(life, checkIn);
  // Who left has no lab home.
  const hear = usesOf.filter((id) => id !== checkIn.by).map(name);
  const told = !corrected && isToldOf(life, checkIn) ? hear.filter((one) => one !== FORMER_MEMBER) : [];
  const more = [
    corrected && 'Corrected since.',
    others && `Recorded by ${others}.`,
    climbText(climbIn(life, checkIn)),
    checkIn.lookingBack !== null && lookedBackText(checkIn.lookingBack),
    // Each chooses whether to have that mail; lab home shows it to all of them.
    told.length > 0 &&
      `${capital(listed(told))} ${told.length === 1 ? 'was' : 'were'} told: on lab home, and by mail if they want that.`,
  ].filter(Boolean);
  return (
    <>
      <h3 className="row gap-[9px]">
        <OutcomeIcon outcome={checkIn.outcome} />
        {outcomeLabel(checkIn.outcome)}
      </h3>
      {checkIn.note && <Voice className="mt-1">{checkIn.note}</Voice>}
      {more.length > 0 && <p className="meta mt-1">{more.join(' ')}</p>}
      <EvidenceList words={checkIn.ladder?.map(({ evidence }) => evidence) ?? []} />
      {isLastEnd(life, checkIn) && <ThenSaid said={saidBefore(life, checkIn)} rep={name(life.scenario.repId)} />}
    </>
  );
}

/** What the rep had answered of the deal by then. */
function saidBefore({ answers }: LifeProps['life'], { at }: LifeCheckIn) {
  return answers.filter((answer) => Date.parse(answer.at) < Date.parse(at));
}
