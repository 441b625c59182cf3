import { useMemo } from 'react';
import type { Scenario } from '@/domain/session/state';

const CHANGED = 'Changed later';

/**
 * A deal as it was told by then. Words that its rep has changed since are gone from the log, and stand here as such:
 * what is there afterwards had not been said yet.
 */
export function useTold(scenario: Scenario | undefined): Scenario | undefined {
  return useMemo(() => {
    if (!scenario) return undefined;
    const told: Partial<Scenario> = scenario;
    return {
      ...scenario,
      title: told.title ?? CHANGED,
      story: told.story ?? CHANGED,
      ask: told.ask ?? CHANGED,
    };
  }, [scenario]);
}
