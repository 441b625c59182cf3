import { renderToString } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FormState } from '@/app/form-state';
import { ImportList } from '@/app/labs/[lab]/(bar)/members/import/import-list';
import type { Invited, Preview } from '@/app/labs/[lab]/(bar)/members/import/actions';
import type { ListLine } from '@/domain/member-list';

const { inviteList, readMemberList } = vi.hoisted(() => ({ inviteList: vi.fn(), readMemberList: vi.fn() }));
const answers = new Map<unknown, FormState<unknown>>();
vi.mock('@/app/labs/[lab]/(bar)/members/import/actions', () => ({ inviteList, readMemberList }));
// What a page knows that a form was posted to.
vi.mock('@/app/use-action', () => ({
  useAction: (action: unknown) => [answers.get(action) ?? {}, vi.fn(), false],
}));
beforeEach(() => answers.clear());

const lines = (count: number, problems: string[] = []): ListLine[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ line: at + 2, name: '', email: `p${at}@example.com`, typedRole: '', role: 'rep' as const, problems },
  }));
const drawn = () => {
  const html = renderToString(<ImportList slug="a-lab" mails={false} />);
  return html
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};
const previewed = (...list: ListLine[][]) => {
  const done: Preview = { fileName: 'team.csv', text: 'email', lines: list.flat() };
  answers.set(readMemberList, { done });
};

test.each([
  [1, 'Invite the one person '],
  [2, 'Invite the two people '],
  [30, 'Invite the 30 people '],
])('the button of a list with %i ready says whom it invites', (count, label) => {
  previewed(lines(count));
  expect(drawn()).toContain(label);
});

test('a list with nobody who is ready has no button', () => {
  previewed(lines(2, ['Is a member already.']));
  const text = drawn();
  expect(text).toContain('Two need a look; nothing is sent yet.');
  expect(text).not.toContain('Invite the');
});

test('the report and its links stand without the preview, as a page without scripts has them', () => {
  const done: Invited = {
    text: 'email',
    lines: lines(2).map((line) => ({ ...line, link: `https://lab/invite/${line.line}` })),
  };
  answers.set(inviteList, { done });
  const text = drawn();
  expect(text).toContain('Two people invited.');
  expect(text).toContain('https://lab/invite/3');
  // Another file that is chosen then takes its place.
  answers.set(readMemberList, { done: { fileName: 'more.csv', text: 'email,name', lines: lines(1) } });
  expect(drawn()).not.toContain('Two people invited.');
});
