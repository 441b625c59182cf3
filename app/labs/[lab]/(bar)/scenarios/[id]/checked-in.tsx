import { capital } from '@/domain/number-words';
import { closedText } from '@/domain/ladder';
import { closedBy, isCorrected, isLastEnd, type LifeCheckIn } from '@/domain/scenario-life';
import { EvidenceList } from '@/ui/ladder/evidence-list';
import { OutcomeIcon, outcomeLabel } from '@/ui/outcomes';
import { Voice } from '@/ui/voice';
import { ThenSaid } from '../../then-said';
import { listed, type LifeProps } from './life-props';

/** A report on a commitment, which rungs it closed, and who heard of it; of one that stands no more, that it doesn't. */
export function CheckedIn({ life, name, checkIn }: LifeProps & { checkIn: LifeCheckIn }) {
  const told = life.commitments.find(({ id }) => id === checkIn.commitmentId)?.usesOf ?? [];
  const others = checkIn.by === life.scenario.repId ? undefined : name(checkIn.by);
  const corrected = isCorrected(life, checkIn);
  const more = [
    corrected && 'Corrected since.',
    others && `Recorded by ${others}.`,
    sentence(closedText(closedBy(life, checkIn))),
    !corrected && told.length > 0 && `${capital(listed(told.map(name)))} ${told.length === 1 ? 'was' : 'were'} told.`,
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

function sentence(words: string | undefined): string | undefined {
  return words && `${words}.`;
}

/** What the rep had answered of the deal by then. */
function saidBefore({ answers }: LifeProps['life'], { at }: LifeCheckIn) {
  return answers.filter((answer) => Date.parse(answer.at) < Date.parse(at));
}
