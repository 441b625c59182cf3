import { DateTime } from 'luxon';
import type { Slot } from './schedule';

/** Somewhere else the lab's hour moves, for clocks there and here don't change on the same day. */
export interface ClockChange {
  zone: string;
  /** The zones whose clocks were changed since the first meeting: which way each, forward or back. */
  forward: string[];
  back: string[];
  /** The first meeting with the other hour, and the first one after it that has the usual hour again. */
  from: Slot;
  until?: Slot;
  /** What clocks there show: at the first meeting, and now. */
  usual: string;
  shown: string;
}

/**
 * Where clocks change apart: for each zone the first of these meetings at which its clocks show another time than at the
 * first one, while the lab's clocks show the same.
 */
export function clockChanges(slots: readonly Slot[], zones: readonly string[]): ClockChange[] {
  // Another rule, another hour for everyone: only what clocks do is told.
  const [first] = slots;
  if (!first) return [];
  const alike = slots.filter(({ timeZone, time, oddity }) => {
    return timeZone === first.timeZone && time === first.time && oddity !== 'missing';
  });
  return [...new Set(zones)].flatMap((zone) => {
    const usual = timeIn(zone, first.at);
    const at = alike.findIndex((slot) => timeIn(zone, slot.at) !== usual);
    const from = alike[at];
    if (!from) return [];
    const until = alike.slice(at).find((slot) => timeIn(zone, slot.at) === usual);
    const turned = [zone, first.timeZone].map((one) => ({
      zone: one,
      by: offsetIn(one, from.at) - offsetIn(one, first.at),
    }));
    const change: ClockChange = {
      zone,
      forward: turned.filter(({ by }) => by > 0).map((one) => one.zone),
      back: turned.filter(({ by }) => by < 0).map((one) => one.zone),
      from,
      usual,
      shown: timeIn(zone, from.at),
    };
    return [until ? { ...change, until } : change];
  });
}

function timeIn(zone: string, at: number): string {
  return DateTime.fromMillis(at, { zone }).toFormat('HH:mm');
}

function offsetIn(zone: string, at: number): number {
  return DateTime.fromMillis(at, { zone }).offset;
}
