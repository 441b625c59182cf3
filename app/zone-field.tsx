'use client';

import { useState } from 'react';
import type { ZoneGroup } from '@/app/time-zones';
import { ZoneOptions } from '@/app/zone-options';
import { SelectField } from '@/ui/input';
import { useHydrated } from '@/ui/use-hydrated';
import { deviceZone } from '@/ui/viewer';

interface ZoneFieldProps {
  groups: ZoneGroup[];
  name: string;
  defaultValue: string | undefined;
  error: string | undefined;
}

/** A time zone; this device's own, until another is chosen. */
export function ZoneField({ groups, name, defaultValue, error }: ZoneFieldProps) {
  const here = useHydrated();
  const [chosen, choose] = useState(defaultValue);
  const own = here ? deviceZone() : 'UTC';
  const value = chosen ?? own;
  return (
    <SelectField
      label="Time zone"
      name={name}
      error={error}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      <ZoneOptions groups={groups} chosen={value} />
    </SelectField>
  );
}
