import { memo } from 'react';
import type { ZoneGroup } from './time-zones';

interface ZoneOptionsProps {
  groups: ZoneGroup[];
  /** The zone that is chosen, which the list may have by another name, or not at all; empty where none is. */
  chosen: string;
}

/** Every time zone, by its region, as options of a field; the chosen one is always among them. */
export function ZoneOptions({ groups, chosen }: ZoneOptionsProps) {
  const listed = groups.some(({ zones }) => zones.some(({ zone }) => zone === chosen));
  return (
    <>
      {chosen !== '' && !listed && <option value={chosen}>{chosen}</option>}
      <Listed groups={groups} />
    </>
  );
}

/** Some four hundred: not drawn again because another one is chosen. */
const Listed = memo(function Listed({ groups }: { groups: ZoneGroup[] }) {
  return groups.map(({ region, zones }) => (
    <optgroup key={region} label={region}>
      {zones.map(({ zone, label }) => (
        <option key={zone} value={zone}>
          {label}
        </option>
      ))}
    </optgroup>
  ));
});
