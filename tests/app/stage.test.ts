import { describe, expect, it } from 'vitest';
import { roomLooks } from '@/app/sessions/[id]/live/turn/use-stage';

describe('whether the room looks at the reveal, for who comes later or loads the page anew', () => {
  it('does so until the host moves on from Clarify', () => {
    expect(roomLooks('clarify', 5 * 60_000, 4 * 60_000)).toBe(true);
    expect(roomLooks('coach', 2000, 10_000)).toBe(false);
    expect(roomLooks('commit', 5000, 1000)).toBe(false);
    expect(roomLooks(undefined, Infinity, 1000)).toBe(false);
  });

  it('does so for a minute where it was revealed in the middle of Coach', () => {
    expect(roomLooks('coach', 300_000, 10_000)).toBe(true);
    expect(roomLooks('coach', 300_000, 61_000)).toBe(false);
  });

  it('does not where the room came back to Clarify after it', () => {
    expect(roomLooks('clarify', 10_000, 400_000)).toBe(false);
  });
});
