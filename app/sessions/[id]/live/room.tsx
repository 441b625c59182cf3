'use client';

import { RoomProvider } from './connection/room-provider';
import { MeetingProvider, type Meeting } from './meeting';
import { RoomScreen } from './room-screen';

/** A live session, from the lobby to its end, for one person. */
export function Room({ meeting, version }: { meeting: Meeting; version: string }) {
  return (
    <MeetingProvider meeting={meeting}>
      <RoomProvider sessionId={meeting.sessionId} userId={meeting.userId} version={version}>
        <RoomScreen />
      </RoomProvider>
    </MeetingProvider>
  );
}
