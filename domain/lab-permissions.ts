import type { Role } from './vocabulary';

/** Who may do what in a lab, outside its sessions; the table of sessions is `permissions.ts`. */
const LAB_ABILITIES = {
  'scenario.bring': ['host', 'rep'],
  'session.schedule': ['host'],
  'session.cancel': ['host'],
  'session.change': ['host'],
  'schedule.change': ['host'],
  'call.change': ['host'],
  'public_page.change': ['host'],
  'request.list': ['host'],
  'request.decide': ['host'],
  'member.list': ['host'],
  'member.change_role': ['host'],
  'member.remove': ['host'],
  'member.let_back_in': ['host'],
  'member.password_link': ['host'],
  'invitation.create': ['host'],
  'invitation.revoke': ['host'],
  'guest_link.create': ['host'],
  'guest_link.revoke': ['host'],
  'lab.export': ['host'],
  'lab.delete': ['host'],
  'webhook.change': ['host'],
  'insights.share': ['host'],
} as const satisfies Record<string, readonly Role[]>;

export type LabAbility = keyof typeof LAB_ABILITIES;

/** Whether a role in the lab has an ability; server actions refuse by it, screens hide by it. */
export function mayInLab(role: Role, ability: LabAbility): boolean {
  return (LAB_ABILITIES[ability] as readonly Role[]).includes(role);
}
