import type { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/ui/input';

const PERIODS = [
  ['1', 'One day'],
  ['7', 'One week'],
  ['14', 'Two weeks'],
  ['30', 'Thirty days'],
  ['90', 'Ninety days'],
] as const;

/** How long a link may be followed, and by how many. */
export function LinkLimits({ field }: { field: ReturnType<typeof useForm>['field'] }) {
  return (
    <div className="fields-2">
      <SelectField {...field('days')} label="Holds for">
        {PERIODS.map(([days, words]) => (
          <option key={days} value={days}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextField {...field('maxUses')} label="For how many people" inputMode="numeric" className="num" />
    </div>
  );
}
