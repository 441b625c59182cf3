import type { Report } from '@/db/checkins';
import { lookedBackText } from '@/domain/ladder';
import { capital } from '@/domain/number-words';
import { ClimbLine } from '@/ui/ladder/climb-line';
import { EvidenceList } from '@/ui/ladder/evidence-list';
import { Notice } from '@/ui/notice';
import { OutcomeTag } from '@/ui/outcomes';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';

interface ReportToldProps {
  report: Report;
  /** The ladder then, as the room held it. */
  held: boolean[] | null;
  /** The lab's, for who has no scripts. */
  zone: string;
}

/** One report on a commitment: what became of it, who said so and when, the rungs that it closed, and its look back. */
export function ReportTold({ report, held, zone }: ReportToldProps) {
  return (
    <>
      <div className="row between base">
        <OutcomeTag outcome={report.outcome} />
        <span className="meta num">
          {capital(report.byName)}, <LocalTime at={report.at} form="short" zone={zone} />
        </span>
      </div>
      {report.note && <Voice className="mt-1">{report.note}</Voice>}
      <ClimbLine held={held} before={report.before} ladder={report.ladder} />
      <EvidenceList words={report.ladder?.map(({ evidence }) => evidence) ?? []} />
      {report.lookingBack !== null && <p className="meta mt-1">{lookedBackText(report.lookingBack)}</p>}
    </>
  );
}

/** Above a form whose report is not recorded yet: the one that came in since it was begun. */
export function ReportedSince(props: ReportToldProps) {
  return (
    <div className="my-3">
      <Notice tone="fault">
        Not recorded yet: this was reported since you opened the page. Send yours again, and it is recorded after it.
      </Notice>
      <div className="mt-3">
        <ReportTold {...props} />
      </div>
    </div>
  );
}
