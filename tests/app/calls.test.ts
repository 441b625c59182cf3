import { describe, expect, it } from 'vitest';
import { callFor } from '@/app/sessions/[id]/live/notices/calls';

const shut = { open: false, next: false };
const open = { open: true, next: false };
const next = { open: true, next: true };

describe('what somebody who looks elsewhere is called back for', () => {
  it('calls when the room opens, and when one is next', () => {
    expect(callFor(shut, open)).toBe('open');
    expect(callFor(open, next)).toBe('next');
  });

  it('calls once where both come true together', () => {
    expect(callFor(shut, next)).toBe('next');
  });

  it('says nothing about how the room was found, nor about what is no more', () => {
    expect(callFor(null, next)).toBeUndefined();
    expect(callFor(next, next)).toBeUndefined();
    expect(callFor(next, open)).toBeUndefined();
    expect(callFor(open, shut)).toBeUndefined();
  });
});
