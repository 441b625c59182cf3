'use client';

import type { ZoneGroup } from '@/app/time-zones';
import type { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/ui/input';
import { TurnFields } from './turn-fields';
import { ZoneField } from './zone-field';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const TURN = { present: '3', clarify: '5', coach: '10', commit: '2' };
const SESSION_MINUTES = 90;

/** What the fields of a new lab begin with. */
export const NEW_LAB_VALUES = { weekday: '4', localTime: '17:00', ...TURN };

interface LabFieldsProps {
  field: ReturnType<typeof useForm>['field'];
  zones: ZoneGroup[];
}

/** A new lab: its name, when it meets, and how long a turn's phases take. */
export function LabFields({ field, zones }: LabFieldsProps) {
  return (
    <>
      <section className="first-part">
        <h2>The lab</h2>
        <div className="fields-2">
          <TextField
            {...field('labName')}
            label="Name"
            className="name"
            fieldClassName="whole"
            autoComplete="off"
            required
          />
          <SelectField {...field('weekday')} label="Meets every">
            {DAYS.map((day, at) => (
              <option key={day} value={at + 1}>
                {day}
              </option>
            ))}
          </SelectField>
          <TextField {...field('localTime')} label="At" type="time" className="num" required />
          <div className="whole">
            <ZoneField {...field('timeZone')} groups={zones} />
          </div>
        </div>
      </section>
      <section className="first-part">
        <h2>One turn</h2>
        <p className="soft mt-[6px]">Minutes for each phase. Most labs keep these.</p>
        <TurnFields field={field} start={TURN} sessionMinutes={SESSION_MINUTES} />
      </section>
    </>
  );
}
