'use client';

import { useId, useRef, useState } from 'react';
import { Plus, X } from 'lucide-react';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Input } from '@/ui/input';
import { CalendarDay } from '@/ui/time';
import { dayText } from '@/ui/time-text';
import { useLocale } from '@/ui/viewer';

interface SkippedDaysProps {
  days: readonly string[];
  /** One more, as it was typed. */
  more: string | undefined;
  error: string | undefined;
  onChange: (days: string[]) => void;
}

/** The days on which the lab doesn't meet, each with a cross, and one more. */
export function SkippedDays({ days, more = '', error, onChange }: SkippedDaysProps) {
  const [day, setDay] = useState(more);
  // A day that is typed by half is none.
  const [none, setNone] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const wrong = none ? 'Choose a day.' : error;
  const locale = useLocale();
  const written = (one: string) => dayText(one, 'monthDay', locale);
  const add = () => {
    setNone(day === '');
    if (day === '') return field.current?.focus();
    onChange([...new Set([...days, day])].sort());
    setDay('');
  };
  return (
    <div className="field mt-[20px]" role="group" aria-label="Skip">
      <span className="label">Skip</span>
      <div className="row wrap mt-[6px] gap-2">
        {days.map((one) => (
          <Button
            key={one}
            size="sm"
            className="num"
            aria-label={`Hold ${written(one)} after all`}
            onClick={() => onChange(days.filter((other) => other !== one))}
          >
            <CalendarDay day={one} form="monthDay" />
            <Icon as={X} />
          </Button>
        ))}
        <Input
          ref={field}
          type="date"
          name="skipMore"
          aria-label="A date to skip"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? id : undefined}
          className="num skip-day"
          value={day}
          onChange={(event) => {
            setNone(false);
            setDay(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="sm" onClick={add}>
          <Icon as={Plus} />
          Skip it
        </Button>
      </div>
      {wrong && <FieldError id={id}>{wrong}</FieldError>}
    </div>
  );
}
