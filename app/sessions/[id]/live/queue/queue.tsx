'use client';

import type { Id } from '@/domain/session/state';
import { lazyPart } from '@/ui/later';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { isHost, scenarioOf } from '../select';
import { useSession } from '../use-session';
import { QueueItem } from './queue-item';
import { SecondIt } from './second-it';

// What only hosts have comes later.
const HostQueue = lazyPart(() => import('./host-queue').then((module) => module.HostQueue), ReadOnlyQueue);

/** The deals that wait, next first. */
export function Queue() {
  const queue = useSession((state) => state.queue);
  const host = useRoom(isHost);
  return (
    <section aria-labelledby="queue" {...byKey('queue')}>
      <div className="row between mb-2">
        <h2 id="queue" className="text-5">
          Queue
        </h2>
        <span className="meta num">{queue.length} waiting</span>
      </div>
      {queue.length === 0 && <p className="meta">Nobody is waiting.</p>}
      {host ? <HostQueue /> : <ReadOnlyQueue />}
      {!host && queue.length > 0 && (
        <p className="meta mt-2 border-t border-rule pt-[14px]">
          The hosts set the order. Reads stay hidden until their reveal.
        </p>
      )}
    </section>
  );
}

function ReadOnlyQueue() {
  const queue = useSession((state) => state.queue);
  return (
    <ol>
      {queue.map((id, at) => (
        <Row key={id} id={id} next={at === 0} />
      ))}
    </ol>
  );
}

function Row({ id, next }: { id: Id; next: boolean }) {
  const scenario = useRoom((view) => scenarioOf(view, id));
  if (!scenario) return null;
  return (
    <li className="queue-item">
      <QueueItem scenario={scenario} next={next}>
        <SecondIt scenario={scenario} />
      </QueueItem>
    </li>
  );
}
