import { wallClock } from '@/domain/time-zone';

export interface ZoneGroup {
  region: string;
  zones: { zone: string; label: string }[];
}

/** Every zone, by region, each with what its clocks show now: "London (now 12:34)". */
export function zoneGroups(now = new Date()): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup['zones']>();
  for (const zone of [...Intl.supportedValuesOf('timeZone').filter((one) => one.includes('/')), 'UTC']) {
    const [region = zone, ...place] = zone.split('/');
    const name = (place.length > 0 ? place.reverse().join(', ') : zone).replaceAll('_', ' ');
    const group = place.length > 0 ? region : 'Anywhere';
    const label = `${name} (now ${wallClock(now, zone).time})`;
    groups.set(group, [...(groups.get(group) ?? []), { zone, label }]);
  }
  return [...groups].map(([region, zones]) => ({ region, zones }));
}
