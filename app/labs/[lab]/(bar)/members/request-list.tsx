import type { WaitingRequest } from '@/db/requests';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { AnswerRequest } from './answer-request';

interface RequestListProps {
  slug: string;
  zone: string;
  mails: boolean;
  requests: WaitingRequest[];
}

/** Who asks to join, in their own words, the longest waiting first. */
export function RequestList({ slug, zone, mails, requests }: RequestListProps) {
  return (
    <ol className="list">
      {requests.map(({ id, name, email, words, createdAt }) => (
        <li key={id} className="py-4">
          <b>{name}</b>
          <p className="meta num">
            {email} · asked <LocalTime at={createdAt.getTime()} form="date" zone={zone} />
          </p>
          <Voice className="mt-2 mb-3">{words}</Voice>
          <AnswerRequest slug={slug} id={id} name={name} email={email} mails={mails} />
        </li>
      ))}
    </ol>
  );
}
