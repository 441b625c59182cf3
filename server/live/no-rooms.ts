import { refusal } from '@/domain/errors';
import type { LiveFace } from '../face';

/** Stands in where no live rooms are served: nothing to cut, nothing to send to. */
export const noRooms: LiveFace = {
  execute: async () => ({ ok: false, error: refusal('unavailable', 'The live rooms are not open. Try again.') }),
  removeMember: async () => undefined,
  signOutEverywhere: async () => undefined,
  memberChanged: async () => undefined,
};
