import { describe, expect, it } from 'vitest';
import { roomLooks } from '@/app/sessions/[id]/live/turn/use-stage';

describe('whether the room looks at the reveal, for who comes later or loads the page anew', () => {
  it('does so until the host moves on from Clarify', () => {
    expect(roomLooks('clarify', 4 * 60_000)).toBe(true);
    expect(roomLooks('commit', 1000)).toBe(false);
    expect(roomLooks(undefined, 1000)).toBe(false);
  });

  it('does so for a minute where it was revealed in the middle of Coach', () => {
    expect(roomLooks('coach', 10_000)).toBe(true);
    expect(roomLooks('coach', 61_000)).toBe(false);
  });
});
