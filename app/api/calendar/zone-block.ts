import { DateTime, IANAZone } from 'luxon';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const LOCAL = "yyyyMMdd'T'HHmmss";

/**
 * What a zone's clocks do between two instants (ms), as a VTIMEZONE (RFC 5545 §3.6.5), each change by itself. It is read from the
 * same zone data as the schedule: a description from elsewhere, newer or older, would put sessions at another instant.
 */
export function zoneBlock(zone: string, { from, to }: { from: number; to: number }): string {
  const first = DateTime.fromMillis(from, { zone }).startOf('year').minus({ days: 1 });
  const changes = changesOf(IANAZone.create(zone), first.toMillis(), to);
  const observances = [
    observance(zone, first.toMillis(), first.offset),
    ...changes.map(({ at, before }) => observance(zone, at, before)),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** Since when clocks are as they are at an instant (ms), on clocks that were `before` minutes ahead of UTC until then. */
function observance(zone: string, at: number, before: number): string[] {
  const after = DateTime.fromMillis(at, { zone });
  const kind = after.isInDST ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${DateTime.fromMillis(at, { zone: 'utc' }).plus({ minutes: before }).toFormat(LOCAL)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after.offset)}`,
    `END:${kind}`,
  ];
}

/** When a zone's clocks change between two instants (ms), and how many minutes they were ahead of UTC before. */
function changesOf(zone: IANAZone, from: number, to: number): { at: number; before: number }[] {
  const changes: { at: number; before: number }[] = [];
  for (let start = from; start < to; start += WEEK_MS) {
    const before = zone.offset(start);
    let [same, other] = [start, start + WEEK_MS];
    if (zone.offset(other) === before) continue;
    while (other - same > 1000) {
      const middle = Math.floor((same + other) / 2000) * 1000;
      if (zone.offset(middle) === before) same = middle;
      else other = middle;
    }
    changes.push({ at: other, before });
  }
  return changes;
}

/** Minutes ahead of UTC, as +HHMM. */
function offsetText(minutes: number): string {
  const part = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${part(Math.abs(minutes) / 60)}${part(Math.abs(minutes) % 60)}`;
}
