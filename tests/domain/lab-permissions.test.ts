import { describe, expect, test } from 'vitest';
import { LAB_ABILITIES, labRefusal, mayInLab, type LabAbility } from '@/domain/lab-permissions';
import { ROLES, type Role } from '@/domain/vocabulary';

const OPEN = { archivedAt: null };
const ARCHIVED = { archivedAt: new Date('2026-11-01T12:00:00Z') };

/** What each role may do, written down once more: h is a host, r a rep, o an observer; in an open lab and in an archived one. */
const EXPECTED: Record<LabAbility, [open: string, archived: string]> = {
  'scenario.bring': ['hr', ''],
  'session.schedule': ['h', ''],
  'session.cancel': ['h', ''],
  'session.change': ['h', ''],
  'schedule.change': ['h', ''],
  'call.change': ['h', ''],
  'turn.change': ['h', ''],
  'pledge.change': ['h', ''],
  'public_page.change': ['h', ''],
  'lab.rename': ['h', ''],
  'lab.archive': ['h', ''],
  'lab.restore': ['', 'h'],
  'lab.settings': ['h', 'h'],
  'lab.create': ['h', 'h'],
  'lab.leave': ['hro', 'hro'],
  'request.list': ['h', ''],
  'request.decide': ['h', ''],
  'member.list': ['h', 'h'],
  'member.change_role': ['h', ''],
  'member.remove': ['h', 'h'],
  'member.let_back_in': ['h', ''],
  'member.invite': ['h', ''],
  'member.password_link': ['h', 'h'],
  'invitation.create': ['h', ''],
  'invitation.revoke': ['h', 'h'],
  'guest_link.create': ['h', ''],
  'guest_link.revoke': ['h', 'h'],
  'lab.export': ['h', 'h'],
  'lab.delete': ['h', 'h'],
  'webhook.change': ['h', ''],
  'insights.share': ['h', ''],
};

describe.each(Object.keys(LAB_ABILITIES) as LabAbility[])('%s', (ability) => {
  test.each(ROLES)('as %s, in a lab that is open and in one that is archived', (role: Role) => {
    const [open, archived] = EXPECTED[ability];
    expect(mayInLab({ role, lab: OPEN }, ability)).toBe(open.includes(role.charAt(0)));
    expect(mayInLab({ role, lab: ARCHIVED }, ability)).toBe(archived.includes(role.charAt(0)));
  });
});

test('who may not is told why, and what would help', () => {
  expect(labRefusal({ role: 'rep', lab: OPEN }, 'session.schedule')).toBe('Only a host does that.');
  expect(labRefusal({ role: 'observer', lab: OPEN }, 'scenario.bring')).toBe('Hosts and reps do that.');
  expect(labRefusal({ role: 'host', lab: ARCHIVED }, 'session.schedule')).toMatch(/archived.*bring it back/);
  expect(labRefusal({ role: 'host', lab: OPEN }, 'lab.restore')).toMatch(/not archived/);
  expect(labRefusal({ role: 'host', lab: OPEN }, 'session.schedule')).toBeUndefined();
});
