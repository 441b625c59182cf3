'use client';

import { useRef } from 'react';
import { clockText } from '@/domain/clock';
import { Live } from '@/ui/words';
import { useTicks } from '@/ui/use-ticks';
import { useRoom } from '../connection/use-room';
import { useServerOffset, useSession } from '../use-session';

/** "Live 52:18" since the session began; hollow while the room is away. */
export function LiveFor({ short }: { short?: boolean }) {
  const off = useRoom((view) => view.link !== 'here');
  const known = useRoom((view) => view.state !== undefined);
  const status = useSession((state) => state.status);
  const startedAt = useSession((state) => state.startedAt);
  if (!known) return null;
  if (status === 'scheduled') return <span className="meta">Lobby</span>;
  if (status === 'ended' || status === 'cancelled') return null;
  return (
    <Live off={off}>
      {status === 'closing' ? 'Closing' : 'Live'} {!short && startedAt && <Since at={Date.parse(startedAt)} />}
    </Live>
  );
}

function Since({ at }: { at: number }) {
  const node = useRef<HTMLSpanElement>(null);
  const offsetMs = useServerOffset();
  useTicks({ endsAt: at, offsetMs, running: true }, (left) => {
    if (node.current) node.current.textContent = sinceText(-left);
  });
  return <span ref={node} suppressHydrationWarning />;
}

/** `52:18`, and `1:02:18` from the first hour on; ms. */
export function sinceText(ms: number): string {
  const hours = Math.floor(Math.max(0, ms) / 3_600_000);
  const rest = clockText(Math.floor((Math.max(0, ms) % 3_600_000) / 1000) * 1000);
  return hours > 0 ? `${hours}:${rest.padStart(5, '0')}` : rest;
}
