'use client';

import { CalendarPlus } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { OnceLink } from '../members/once-link';
import { endAddress, makeAddress } from './actions';

interface CalendarPartProps {
  slug: string;
  lab: string;
  /** The member has a private address. */
  has: boolean;
}

/** One's own calendar address: made, shown once, replaced, ended. */
export function CalendarPart({ slug, lab, has }: CalendarPartProps) {
  const made = useForm(makeAddress);
  const ended = useForm(endAddress);
  const url = made.state.done;
  const fault = made.state.message ?? ended.state.message;
  return (
    <>
      {fault && <Notice tone="fault">{fault}</Notice>}
      {url && (
        <>
          <OnceLink url={url} />
          <div className="row wrap mt-4">
            {subscriptions(url, lab).map(([name, href]) => (
              <a key={name} className={buttonClass({})} href={href} target="_blank" rel="noopener noreferrer">
                <Icon as={CalendarPlus} />
                {name}
              </a>
            ))}
          </div>
        </>
      )}
      <div className="row wrap mt-4">
        <form {...made.form}>
          <SubmitButton pending={made.pending}>
            {has || url ? 'Replace my address' : 'Make my calendar address'}
          </SubmitButton>
          <Carried slug={slug} />
        </form>
        {(has || url) && (
          <form {...ended.form}>
            <SubmitButton variant="plain" pending={ended.pending}>
              End it
            </SubmitButton>
            <Carried slug={slug} />
          </form>
        )}
      </div>
    </>
  );
}

/** Where each calendar takes an address to follow. */
function subscriptions(url: string, name: string): [string, string][] {
  const webcal = url.replace(/^https?:/, 'webcal:');
  const outlook = `https://outlook.live.com/calendar/0/addfromweb?${new URLSearchParams({ url, name })}`;
  return [
    ['Google', `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal })}`],
    ['Outlook', outlook],
    ['Apple', webcal],
  ];
}
