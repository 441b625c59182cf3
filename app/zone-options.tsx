import type { ZoneGroup } from './time-zones';

/** Every time zone, by its region, as options of a field. */
export function ZoneOptions({ groups }: { groups: ZoneGroup[] }) {
  return groups.map(({ region, zones }) => (
    <optgroup key={region} label={region}>
      {zones.map(({ zone, label }) => (
        <option key={zone} value={zone}>
          {label}
        </option>
      ))}
    </optgroup>
  ));
}
