'use client';

import { Minus, Plus } from 'lucide-react';
import { Icon } from './icon';

interface StepperProps {
  value: number;
  onChange: (value: number) => void;
  label: string;
  min?: number;
  max?: number;
  name?: string;
}

/** A small count, with one fewer and one more. */
export function Stepper({ value, onChange, label, min = 0, max = 99, name }: StepperProps) {
  return (
    <div className="step" role="group" aria-label={label}>
      <button type="button" aria-label="One fewer" disabled={value <= min} onClick={() => onChange(value - 1)}>
        <Icon as={Minus} />
      </button>
      <output aria-label={label}>{value}</output>
      <button type="button" aria-label="One more" disabled={value >= max} onClick={() => onChange(value + 1)}>
        <Icon as={Plus} />
      </button>
      {name && <input type="hidden" name={name} value={value} />}
    </div>
  );
}
