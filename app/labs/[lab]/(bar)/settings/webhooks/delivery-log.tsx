'use client';

import { useState } from 'react';
import { RotateCw, Send } from 'lucide-react';
import { Carried } from '@/app/carried';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import type { LoggedDelivery } from '@/db/webhook-deliveries';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { lookAgain, sendThisAgain, sendThisTest } from './actions';

interface DeliveryLogProps {
  slug: string;
  webhookId: string;
  deliveries: LoggedDelivery[];
}

const BECAME = { delivered: 'Delivered', failed: 'Given up', waiting: 'On its way' } as const;

/** What a webhook was told, the newest first, with what came of it; a test, and another look. */
export function DeliveryLog({ slug, webhookId, deliveries }: DeliveryLogProps) {
  const [tested, test, testing] = useAction<string | null>(sendThisTest, null, () => UNREACHED);
  const [looked, look, looking] = useAction<string | null>(lookAgain, null, () => UNREACHED);
  const [last, setLast] = useState<'test' | 'look'>('test');
  return (
    <div className="mt-8">
      <div className="row wrap between">
        <h3>Deliveries</h3>
        <div className="row wrap">
          <form action={test} onSubmit={() => setLast('test')}>
            <Carried slug={slug} webhook={webhookId} />
            <Button size="sm" type="submit" pending={testing}>
              <Icon as={Send} />
              Send a test
            </Button>
          </form>
          <form action={look} onSubmit={() => setLast('look')}>
            <Carried slug={slug} />
            <Button size="sm" variant="plain" type="submit" pending={looking}>
              <Icon as={RotateCw} />
              Look again
            </Button>
          </form>
        </div>
      </div>
      <p className="meta mt-2" role="status">
        {last === 'look' ? looked : tested}
      </p>
      {deliveries.length === 0 ? (
        <p className="meta mt-3">Nothing yet. What is delivered is kept here for thirty days.</p>
      ) : (
        <ul className="list mt-3 max-h-[420px] overflow-y-auto" tabIndex={0} aria-label="Deliveries">
          {deliveries.map((one) => (
            <Line key={one.id} slug={slug} one={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ slug, one }: { slug: string; one: LoggedDelivery }) {
  const [said, again, sending] = useAction<string | null>(sendThisAgain, null, () => UNREACHED);
  return (
    <li className="row wrap between py-[10px]">
      <div className="min-w-0">
        <p>
          <b>{BECAME[one.became]}</b> <span className="num">{one.type}</span>
        </p>
        <p className="meta num">
          <LocalTime at={one.at} form="day-time" />
          {one.attempts > 0 && `, ${one.attempts === 1 ? 'one try' : `${one.attempts} tries`}`}
          {one.status !== null && `, answered ${one.status} in ${one.tookMs} ms`}
        </p>
        {one.became !== 'delivered' && one.answer && <p className="meta break-words">{one.answer}</p>}
      </div>
      <form action={again} className="row">
        <Carried slug={slug} delivery={one.id} />
        {said && <span className="meta">{said}</span>}
        <Button size="sm" variant="plain" type="submit" pending={sending}>
          Send again
        </Button>
      </form>
    </li>
  );
}
