import clsx from 'clsx';
import type { ListedMember } from '@/db/members';
import { RelativeTime } from '@/ui/time';
import { Who } from '@/ui/who';
import { MemberMenu } from './member-menu';
import { RoleChoice } from './role-choice';

const STANDINGS = { host: 'host', rep: 'rep', observer: 'watch' } as const;

interface MemberTableProps {
  slug: string;
  zone: string;
  viewerId: string;
  members: ListedMember[];
}

/** Everyone in the lab; on a phone each is a row of its own. */
export function MemberTable({ slug, zone, viewerId, members }: MemberTableProps) {
  return (
    <table className="members">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Last hot seat</th>
          <th scope="col">Coached</th>
          <th scope="col">Last seen</th>
          <th scope="col">
            <span className="sr">More</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td>
              <div className="row">
                <Who name={member.name} badge={member.initials} standing={STANDINGS[member.role]} silent />
                <div className="grow">
                  <b>{member.name}</b>
                  <div className="meta">{member.id === viewerId ? 'you' : <Email email={member.email} />}</div>
                  {!member.pledged && <div className="meta">has not agreed to the pledge yet</div>}
                </div>
              </div>
            </td>
            <td>
              <RoleChoice slug={slug} memberId={member.id} name={member.name} role={member.role} />
            </td>
            <td className={clsx('in seat', member.role === 'observer' && 'listens')}>
              {member.role === 'observer' ? 'listens in' : <When at={member.lastSeatAt} zone={zone} />}
            </td>
            <td className="in num coached">{member.role === 'observer' ? '' : timesText(member.coached)}</td>
            <td className="in meta">
              <When at={member.lastSeenAt} zone={zone} />
            </td>
            <td className="more">
              <MemberMenu slug={slug} memberId={member.id} name={member.name} own={member.id === viewerId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An address, which breaks before its place rather than within a word. */
function Email({ email }: { email: string | null }) {
  if (!email) return null;
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

function When({ at, zone }: { at: Date | null; zone: string }) {
  return at ? <RelativeTime at={at.getTime()} zone={zone} /> : 'not yet';
}

function timesText(count: number): string {
  if (count === 0) return 'not yet';
  return count === 1 ? 'once' : `${count} times`;
}
