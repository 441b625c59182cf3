import { SubmitButton } from '@/ui/submit-button';

interface SavedByProps {
  verb: string;
  pending: boolean;
  /** What came of the last press. */
  said: string | undefined;
}

/** The button that saves one part of the settings, and what came of it. */
export function SavedBy({ verb, pending, said }: SavedByProps) {
  return (
    <div className="row wrap mt-4">
      <SubmitButton variant="ink" pending={pending}>
        {verb}
      </SubmitButton>
      <span className="meta" role="status">
        {said}
      </span>
    </div>
  );
}
