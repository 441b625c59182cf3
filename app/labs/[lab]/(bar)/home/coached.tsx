import Link from 'next/link';
import type { CoachedCommitment } from '@/db/lab-home';
import { OutcomeTag } from '@/ui/outcomes';

/** What became of the deals that one coached others on. */
export function Coached({ slug, coached }: { slug: string; coached: CoachedCommitment[] }) {
  if (coached.length === 0) return null;
  return (
    <>
      <h3 className="mt-9 mb-[6px]">Others you coached</h3>
      <ol className="list">
        {coached.map((one) => (
          <li key={one.commitmentId} className="row between py-[13px]">
            <div className="grow">
              <b>{one.repName}</b>
              <div className="meta">
                <Link href={`/labs/${slug}/scenarios/${one.scenarioId}`}>{one.account ?? one.title}</Link>
                {one.nextStep && `: ${one.nextStep}`}
              </div>
              {one.usesMine && <div className="meta steel">Rests on your words</div>}
            </div>
            {one.outcome ? <OutcomeTag outcome={one.outcome} /> : <span className="meta nowrap">not yet</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
