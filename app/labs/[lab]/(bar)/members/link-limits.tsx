import type { useForm } from '@/app/use-form';
import { SelectField, TextField } from '@/ui/input';

const PERIODS = [
  ['1', 'One day'],
  ['7', 'One week'],
  ['14', 'Two weeks'],
  ['30', 'Thirty days'],
  ['90', 'Ninety days'],
] as const;

interface LimitProps {
  field: ReturnType<typeof useForm>['field'];
}

/** How long a link may be followed, and by how many. */
export function LinkLimits({ field }: LimitProps) {
  return (
    <div className="fields-2">
      <HoldsFor field={field} />
      <TextField {...field('maxUses')} label="For how many people" inputMode="numeric" className="num" />
    </div>
  );
}

/** How long a link may be followed. */
export function HoldsFor({ field }: LimitProps) {
  return (
    <SelectField {...field('days')} label="Holds for">
      {PERIODS.map(([days, words]) => (
        <option key={days} value={days}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}

/** The role that a link gives. */
export function InvitedAs({ field }: LimitProps) {
  return (
    <SelectField {...field('role')} label="As">
      <option value="rep">Rep: brings deals, coaches the others</option>
      <option value="host">Host: runs the weekly session</option>
      <option value="observer">Observer: listens in</option>
    </SelectField>
  );
}
