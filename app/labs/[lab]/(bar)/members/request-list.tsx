import type { ListedRequest } from '@/db/requests';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { Who } from '@/ui/who';
import { AnswerRequest } from './answer-request';

interface RequestListProps {
  slug: string;
  zone: string;
  mails: boolean;
  requests: ListedRequest[];
}

/** Who asks to join, in their own words, the longest waiting first; then who was taken in and has not come yet. */
export function RequestList({ slug, zone, mails, requests }: RequestListProps) {
  return (
    <ol className="list">
      {requests.map(({ id, name, email, words, createdAt, standing, accepted }) => (
        <li key={id} className="asking">
          <Who name={name} silent />
          <div>
            <b>{name}</b>
            <p className="meta num">
              {email}, asked <LocalTime at={createdAt.getTime()} form="date" zone={zone} />
            </p>
          </div>
          <div className="answer">
            <AnswerRequest
              slug={slug}
              id={id}
              name={name}
              email={email}
              standing={standing}
              accepted={accepted && { role: accepted.role, invitationId: accepted.invitationId }}
              mails={mails}
            />
          </div>
          {!accepted && <Voice className="words">{words}</Voice>}
        </li>
      ))}
    </ol>
  );
}
