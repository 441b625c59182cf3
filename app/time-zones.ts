import { wallClock } from '@/domain/time-zone';

export interface ZoneGroup {
  region: string;
  zones: { zone: string; label: string }[];
}

/** Cities whose zone keeps the name of before (CLDR never changes one), as they are called today (IANA's "backward" file). */
const TODAY: Record<string, string> = {
  'Africa/Asmera': 'Asmara',
  'America/Coral_Harbour': 'Atikokan',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

/** Every zone, by region and name, each with what its clocks show now: "London (now 12:34)". */
export function zoneGroups(now = new Date()): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup['zones']>();
  for (const zone of [...Intl.supportedValuesOf('timeZone').filter((one) => one.includes('/')), 'UTC']) {
    const [region = zone, ...place] = zone.split('/');
    const name = TODAY[zone] ?? (place.length > 0 ? place.reverse().join(', ') : zone).replaceAll('_', ' ');
    const group = place.length > 0 ? region : 'Anywhere';
    const label = `${name} (now ${wallClock(now, zone).time})`;
    groups.set(group, [...(groups.get(group) ?? []), { zone, label }]);
  }
  return [...groups].map(([region, zones]) => ({
    region,
    zones: zones.sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
}
