import { ROLES, type Role } from './vocabulary';

interface Ability {
  roles: readonly Role[];
  /** Whether the lab must be open or archived for it. */
  lab: 'open' | 'archived' | 'either';
}

const HOSTS: Ability = { roles: ['host'], lab: 'open' };
/** What hosts may do in an archived lab too: look, let go, take back. */
const HOSTS_STILL: Ability = { roles: ['host'], lab: 'either' };

/** Who may do what in a lab, outside its sessions; the table of sessions is `permissions.ts`. */
export const LAB_ABILITIES = {
  'scenario.bring': { roles: ['host', 'rep'], lab: 'open' },
  'session.schedule': HOSTS,
  'session.cancel': HOSTS,
  'session.change': HOSTS,
  'schedule.change': HOSTS,
  'call.change': HOSTS,
  'turn.change': HOSTS,
  'pledge.change': HOSTS,
  'public_page.change': HOSTS,
  'lab.rename': HOSTS,
  'lab.archive': HOSTS,
  'lab.restore': { roles: ['host'], lab: 'archived' },
  'lab.settings': HOSTS_STILL,
  'lab.create': HOSTS_STILL,
  'lab.leave': { roles: ROLES, lab: 'either' },
  'request.list': HOSTS,
  'request.decide': HOSTS,
  'member.list': HOSTS_STILL,
  'member.change_role': HOSTS,
  'member.remove': HOSTS_STILL,
  'member.let_back_in': HOSTS,
  'member.invite': HOSTS,
  'member.password_link': HOSTS_STILL,
  'invitation.create': HOSTS,
  'invitation.revoke': HOSTS_STILL,
  'guest_link.create': HOSTS,
  'guest_link.revoke': HOSTS_STILL,
  'lab.export': HOSTS_STILL,
  'lab.delete': HOSTS_STILL,
  'webhook.change': HOSTS,
  'insights.share': HOSTS,
} as const satisfies Record<string, Ability>;

export type LabAbility = keyof typeof LAB_ABILITIES;

/** Somebody's place in a lab, as far as the table asks. */
export interface LabStanding {
  role: Role;
  lab: { archivedAt: Date | null };
}

/** Whether somebody's place in a lab gives an ability; server actions refuse by it, screens hide by it. */
export function mayInLab(standing: LabStanding, ability: LabAbility): boolean {
  return labRefusal(standing, ability) === undefined;
}

/** Why somebody's place in a lab doesn't give an ability, in a sentence; undefined where it does. */
export function labRefusal({ role, lab }: LabStanding, ability: LabAbility): string | undefined {
  const { roles, lab: wanted }: Ability = LAB_ABILITIES[ability];
  if (!roles.includes(role)) return roles.length === 1 ? HOSTS_ONLY : 'Hosts and reps do that.';
  if (wanted === 'open' && lab.archivedAt) return ARCHIVED;
  if (wanted === 'archived' && !lab.archivedAt) return 'This lab is not archived.';
  return undefined;
}

export const HOSTS_ONLY = 'Only a host does that.';

/** What is said to whoever wants something of an archived lab. */
export const ARCHIVED = 'This lab is archived: it can be read. A host can bring it back, in its settings.';
