import { wallClock } from '@/domain/time-zone';
import { zonePlace } from '@/ui/zone-place';

export interface ZoneGroup {
  region: string;
  zones: { zone: string; label: string }[];
}

/** Every zone, by region and name, each with what its clocks show now: "London (now 12:34)". */
export function zoneGroups(now = new Date()): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup['zones']>();
  for (const zone of [...Intl.supportedValuesOf('timeZone').filter((one) => one.includes('/')), 'UTC']) {
    const [region = zone, ...place] = zone.split('/');
    // The city, and what it lies in: "Buenos Aires, Argentina".
    const name = [zonePlace(zone), ...place.slice(0, -1).reverse()].join(', ').replaceAll('_', ' ');
    const group = place.length > 0 ? region : 'Anywhere';
    const label = `${name} (now ${wallClock(now, zone).time})`;
    groups.set(group, [...(groups.get(group) ?? []), { zone, label }]);
  }
  return [...groups].map(([region, zones]) => ({
    region,
    zones: zones.sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
}
