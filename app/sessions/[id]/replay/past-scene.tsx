'use client';

import type { RoomView } from '../live/connection/room-view';
import { useRoom } from '../live/connection/use-room';
import { PastBetween } from './past-between';
import { PastClosing } from './past-closing';
import { PastRollCall } from './past-roll-call';
import { PastTurn } from './past-turn';

type Scene = 'roll-call' | 'turn' | 'between' | 'closing';

/** What the room was at, then. */
function sceneOf({ state }: RoomView): Scene {
  if (!state) return 'between';
  if (state.turn) return 'turn';
  if (state.status !== 'live' || state.floor.open) return 'closing';
  return state.turns.length === 0 && state.rollCall.length > 0 ? 'roll-call' : 'between';
}

const SCENES = { 'roll-call': PastRollCall, turn: PastTurn, between: PastBetween, closing: PastClosing };

/** The room as it was at the moment; nothing here is now. */
export function PastScene() {
  const Scene = SCENES[useRoom(sceneOf)];
  return <Scene />;
}
