import clsx from 'clsx';
import { ANSWERS, type Answer } from '@/domain/vocabulary';
import { ANSWER_WORDS } from './types';

interface RungChoiceProps {
  name: string;
  value: Answer | null;
  onChange: (answer: Answer) => void;
  tight?: boolean;
  invalid?: boolean;
  disabled?: boolean | undefined;
}

/** Yes, not sure or no, inside the fieldset of its rung. */
export function RungChoice({ name, value, onChange, tight, invalid, disabled }: RungChoiceProps) {
  return (
    <span
      role="radiogroup"
      aria-label="Answer"
      aria-invalid={invalid || undefined}
      className={clsx('seg', tight && 'tight')}
    >
      {ANSWERS.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            className="cover"
            name={name}
            value={answer}
            checked={value === answer}
            disabled={disabled}
            onChange={() => onChange(answer)}
          />
          {ANSWER_WORDS[answer]}
        </label>
      ))}
    </span>
  );
}
