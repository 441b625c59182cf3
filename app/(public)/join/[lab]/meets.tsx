import { Globe } from 'lucide-react';
import { Carried } from '@/app/carried';
import { HOW_OFTEN } from '@/app/rhythm';
import { zoneGroups } from '@/app/time-zones';
import { ZoneOptions } from '@/app/zone-options';
import type { PublicLab } from '@/db/public-lab';
import { capital } from '@/domain/number-words';
import { Icon } from '@/ui/icon';
import { SelectField } from '@/ui/input';
import { SubmitButton } from '@/ui/submit-button';
import { LocalTime } from '@/ui/time';
import { LocalPlace } from '@/ui/local-place';
import { zonePlace } from '@/ui/zone-place';
import { chooseZone } from './actions';
import { WhoseTime } from './whose-time';

interface MeetsProps {
  lab: Pick<PublicLab, 'slug' | 'timeZone' | 'regular' | 'next'>;
  chosen: string;
}

/** When the lab meets, on the visitor's own clock once it is known. */
export function Meets({ lab, chosen }: MeetsProps) {
  const { regular, next } = lab;
  // The rule says when it meets; where there is none, the next session does.
  const at = (regular ?? next)?.startsAt.getTime();
  if (at === undefined) return null;
  const often = capital((regular && HOW_OFTEN[regular.everyWeeks]) ?? 'next');
  const moved = next !== undefined && regular !== undefined && next.startsAt.getTime() !== at;
  return (
    <section className="lab-meets" aria-label="When it meets">
      <div className="public-page">
        <LocalTime className="hour num" at={at} form="time" zone={lab.timeZone} />
        <div>
          <p className="b text-5">
            {often} <LocalTime at={at} form="weekday" zone={lab.timeZone} />,{' '}
            <WhoseTime visitors="in your time zone" labs="in the lab’s time zone" />
          </p>
          <p className="meta num mt-[3px]">
            <WhoseTime
              visitors={
                <>
                  You are in <LocalPlace zone={lab.timeZone} />. The lab meets at{' '}
                  <LocalTime at={at} form="time" zone={lab.timeZone} fixed /> in {zonePlace(lab.timeZone)}.
                </>
              }
              labs={`That is the time in ${zonePlace(lab.timeZone)}.`}
            />{' '}
            {next && (
              <>
                Next: <LocalTime at={next.startsAt.getTime()} form={moved ? 'day-time' : 'date'} zone={lab.timeZone} />,{' '}
                {next.durationMinutes} minutes.
              </>
            )}
          </p>
        </div>
        <details>
          <summary className="btn">
            <Icon as={Globe} />
            Change time zone
          </summary>
          <form action={chooseZone} className="row end mt-3">
            <SelectField name="zone" label="Your time zone" defaultValue={chosen}>
              <option value="">As on this device</option>
              <ZoneOptions groups={zoneGroups()} chosen={chosen} />
            </SelectField>
            <SubmitButton>Show it</SubmitButton>
            <Carried slug={lab.slug} />
          </form>
        </details>
      </div>
    </section>
  );
}
