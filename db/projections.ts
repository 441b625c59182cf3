import { Changes } from './projections/changes';
import { projectCommitments } from './projections/commitments';
import { projectFloor } from './projections/floor';
import { projectMeeting } from './projections/meeting';
import { projectNews } from './projections/news';
import type { Projection } from './projections/projection';
import { projectScenarios } from './projections/scenarios';
import { projectTurns } from './projections/turns';
import { projectWords } from './projections/words';

export { Changes };
export type { Projection };

/** Notes in `changes` which rows of history the events leave changed: what the room may see, and no more. */
export function project(projection: Projection): void {
  for (const event of projection.events) {
    projectWords(projection, event);
    projectCommitments(projection, event);
    projectFloor(projection, event);
    projectNews(projection, event);
  }
  projectMeeting(projection);
  projectScenarios(projection);
  projectTurns(projection);
}
