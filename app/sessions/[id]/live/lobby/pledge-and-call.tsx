'use client';

import { Check } from 'lucide-react';
import { CallLink } from '@/app/call-link';
import { callText, isPhoneCall } from '@/domain/call';
import { CopyButton } from '@/ui/copy-button';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { LiveVoice } from '@/ui/live-voice';
import { useMeeting } from '../meeting';
import { joinedUpTo } from './words';

const MOST_NAMES = 6;

/** What everyone agreed to, and where sound and video are. */
export function PledgeAndCall() {
  const { callUrl } = useMeeting();
  return (
    <div className="mt-[26px] grid gap-[26px] border-t border-rule pt-[22px] lg:grid-cols-2 lg:gap-[40px]">
      <Pledge />
      {callUrl && (
        <section aria-labelledby="call">
          <h3 id="call">The call</h3>
          <p className="mt-[6px] break-words">
            <CallLink url={callUrl}>{callText(callUrl)}</CallLink>
          </p>
          <div className="row mt-3 gap-2">
            <CopyButton text={isPhoneCall(callUrl) ? callText(callUrl) : callUrl}>
              {isPhoneCall(callUrl) ? 'Copy number' : 'Copy link'}
            </CopyButton>
            <span className="meta">Sound and video stay there.</span>
          </div>
        </section>
      )}
    </div>
  );
}

function Pledge() {
  const { userId, lobby } = useMeeting();
  const mine = lobby.members.find(({ id }) => id === userId)?.pledgedAt;
  const missing = lobby.members.filter(({ pledgedAt }) => !pledgedAt).map(({ name }) => name);
  return (
    <section aria-labelledby="pledge">
      <h3 id="pledge">The pledge</h3>
      <LiveVoice className="mt-1 text-5 leading-[1.35]">{lobby.pledge}</LiveVoice>
      {mine && (
        <p className="meta row top mt-[6px] gap-[7px]">
          <Icon as={Check} className="mt-[2px]" />
          <span>
            You agreed on <LocalTime at={mine} form="date" zone={lobby.timeZone} stop />{' '}
            {missing.length === 0 ? 'So has everyone.' : `Not yet: ${joinedUpTo(MOST_NAMES, missing)}.`}
          </span>
        </p>
      )}
    </section>
  );
}
