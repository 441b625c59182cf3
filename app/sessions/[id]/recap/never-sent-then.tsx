'use client';

import { useState } from 'react';
import { keptOnDevice } from '../live/connection/kept';
import { NeverSent } from '../live/never-sent/never-sent';

/** What the viewer wrote in the live room and did not send, where this device keeps it. `said` is what the recap holds of theirs. */
export function NeverSentThen(props: { sessionId: string; viewerId: string; said: readonly string[] }) {
  const { sessionId, viewerId, said } = props;
  const [kept] = useState(() => keptOnDevice(viewerId, sessionId));
  return <NeverSent kept={kept} said={said} onDelete={(name) => kept.remove(name)} />;
}
