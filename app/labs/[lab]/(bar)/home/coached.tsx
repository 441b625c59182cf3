import type { CoachedCommitment } from '@/db/lab-home';
import { climbText } from '@/domain/ladder';
import { Link } from '@/ui/link';
import { OutcomeTag } from '@/ui/outcomes';
import { Voice } from '@/ui/voice';

/** What became of the deals that one coached others on, and of one's own words. */
export function Coached({ slug, coached }: { slug: string; coached: CoachedCommitment[] }) {
  if (coached.length === 0) return null;
  return (
    <>
      <h3 className="mt-9 mb-[6px]">Others you coached</h3>
      <ol className="list">
        {coached.map((one) => (
          <One key={one.commitmentId} slug={slug} one={one} />
        ))}
      </ol>
    </>
  );
}

function One({ slug, one }: { slug: string; one: CoachedCommitment }) {
  const climbed = climbText(one.climb);
  return (
    <li className="py-[13px]">
      <div className="row between">
        <div className="grow">
          <b>{one.repName}</b>
          <div className="meta">
            <Link className="reach" href={`/labs/${slug}/scenarios/${one.scenarioId}`}>
              {one.account ?? one.title}
            </Link>
            {one.nextStep && `: ${one.nextStep}`}
          </div>
        </div>
        {one.outcome ? <OutcomeTag outcome={one.outcome} /> : <span className="meta nowrap">not yet</span>}
      </div>
      {one.note && <Voice className="mt-1">{one.note}</Voice>}
      {climbed && <p className="meta num">{climbed}</p>}
      {one.words && (
        <blockquote className="mt-2 border-l-[3px] border-steel pl-3">
          <p className="meta steel b">Rests on your words</p>
          <Voice className="line-clamp-3">{one.words}</Voice>
        </blockquote>
      )}
    </li>
  );
}
