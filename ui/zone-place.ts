/** Cities whose zone keeps its name of before, which CLDR never changes, as they are called now (IANA's "backward" file). */
const CALLED_NOW: Record<string, string> = {
  'Africa/Asmera': 'Asmara',
  'America/Coral_Harbour': 'Atikokan',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

/** A zone as people say it: `Europe/London` is London. */
export function zonePlace(zone: string): string {
  return CALLED_NOW[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
