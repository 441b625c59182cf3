import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WebhookFields } from '@/app/labs/[lab]/(bar)/settings/webhooks/webhook-fields';
import { Choices } from '@/ui/choices';
import { LadderInput, type RungErrors } from '@/ui/ladder/ladder-input';

/** The radio groups of it, as their tags are written. */
const groupsOf = (drawn: ReactNode) =>
  [...renderToStaticMarkup(drawn).matchAll(/<[^>]*role="radiogroup"[^>]*>/g)].map(([tag]) => tag);
const invalid = (tags: string[]) => tags.map((tag) => tag.includes('aria-invalid="true"'));

const unanswered = Array.from({ length: 5 }, () => ({ answer: null, evidence: '' }));

it('choices of which none was made are marked as wrong, as a field is', () => {
  const drawn = (error?: string) => (
    <Choices legend="How much hangs on it?" options={[{ value: '1', label: '1' }]} value={null} error={error} />
  );
  expect(invalid(groupsOf(drawn('Choose one.')))).toEqual([true]);
  expect(invalid(groupsOf(drawn()))).toEqual([false]);
});

it('each rung that was left open is marked as wrong, and no other', () => {
  const errors = [{ answer: 'Answer it.' }, {}, {}, { answer: 'Answer it.' }, {}];
  const drawn = <LadderInput value={unanswered} onChange={() => undefined} errors={errors} />;
  expect(invalid(groupsOf(drawn))).toEqual([true, false, false, true, false]);
});

it('what was seen at a rung is marked as wrong itself, says why, and has the focus where nothing before it is wrong', () => {
  const fieldsOf = (errors: RungErrors[], focusesWrong = true) => {
    const drawn = <LadderInput value={unanswered} onChange={() => undefined} {...{ errors, focusesWrong }} />;
    const html = renderToStaticMarkup(drawn);
    expect(invalid(groupsOf(drawn)).filter(Boolean)).toHaveLength(errors.filter(({ answer }) => answer).length);
    return [...html.matchAll(/<textarea[^>]*>/g)].flatMap(([tag], rung) => {
      if (!tag.includes('aria-invalid="true"')) return [];
      const id = /aria-describedby="([^"]+)"/.exec(tag)?.[1] ?? '';
      const said = html
        .split(`id="${id}"`)[1]
        ?.replace(/<\/div>.*/s, '')
        .replace(/^>|<[^>]*>/g, '');
      return [[rung + 1, said, tag.includes('autofocus')]];
    });
  };
  const long = { evidence: 'Too long.' };
  expect(fieldsOf([{}, {}, long, long, {}])).toEqual([
    [3, 'Too long.', true],
    [4, 'Too long.', false],
  ]);
  const both = { answer: 'Answer it.', evidence: 'Too long.' };
  expect(fieldsOf([{}, both, long, {}, {}])).toEqual([
    [2, 'Too long.', false],
    [3, 'Too long.', false],
  ]);
  expect(fieldsOf([long, {}, {}, {}, {}], false)).toEqual([[1, 'Too long.', false]]);
});

it('each kind of news is marked as wrong where a webhook was to be told none, and says why', () => {
  const boxesOf = (errors?: Record<string, string>) => {
    const drawn = renderToStaticMarkup(<WebhookFields events={[]} errors={errors} />);
    const error = /class="err" id="([^"]+)"/.exec(drawn)?.[1];
    return [...drawn.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(
      ([tag]) => tag.includes('aria-invalid="true"') && tag.includes(`aria-describedby="${error}"`),
    );
  };
  expect(boxesOf({ events: 'Choose one at least.' })).toEqual([true, true, true]);
  expect(boxesOf({ url: 'Give an address.' })).toEqual([false, false, false]);
});
