import type { HeardDeal } from '@/db/lab-home';
import { readHistoryQuery } from '@/domain/history-params';
import { Link } from '@/ui/link';
import { OutcomeTag } from '@/ui/outcomes';
import { SearchBox } from '../history/search-box';
import { rungLabel } from '../history/words';

/** The deals that were heard last, each with a way to its page, and a search of all that was said. */
export function Heard({ slug, heard, ended }: { slug: string; heard: HeardDeal[]; ended: number }) {
  if (heard.length === 0) return null;
  const history = `/labs/${slug}/history`;
  return (
    <>
      <div className="row between base mt-[48px] mb-2">
        <h2>Heard lately</h2>
        <Link className="reach num" href={`${history}#sessions`}>
          {ended === 1 ? 'The first session' : `All ${ended} sessions`}
        </Link>
      </div>
      <SearchBox base={history} query={readHistoryQuery({})} className="mb-3" />
      <table className="heard">
        <thead>
          <tr>
            <th scope="col">Deal</th>
            <th scope="col">Rep</th>
            <th scope="col">Rung</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {heard.map((deal) => (
            <tr key={deal.turnId}>
              <td>
                <Link className="reach" href={`/labs/${slug}/scenarios/${deal.scenarioId}`}>
                  {deal.title}
                </Link>
              </td>
              <td>{deal.repName}</td>
              <td className="num">{rungText(deal)}</td>
              <td>
                {deal.outcome ? (
                  <OutcomeTag outcome={deal.outcome} />
                ) : (
                  <span className="meta">{deal.committed ? 'not yet' : 'no commitment'}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function rungText({ rung }: HeardDeal): string {
  return rung === null ? 'not read' : rungLabel(rung);
}
