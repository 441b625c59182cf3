import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WebhookFields } from '@/app/labs/[lab]/(bar)/settings/webhooks/webhook-fields';
import { Choices } from '@/ui/choices';
import { LadderInput } from '@/ui/ladder/ladder-input';

/** The radio groups of it, as their tags are written. */
const groupsOf = (drawn: ReactNode) =>
  [...renderToStaticMarkup(drawn).matchAll(/<[^>]*role="radiogroup"[^>]*>/g)].map(([tag]) => tag);
const invalid = (tags: string[]) => tags.map((tag) => tag.includes('aria-invalid="true"'));

it('choices of which none was made are marked as wrong, as a field is', () => {
  const drawn = (error?: string) => (
    <Choices legend="How much hangs on it?" options={[{ value: '1', label: '1' }]} value={null} error={error} />
  );
  expect(invalid(groupsOf(drawn('Choose one.')))).toEqual([true]);
  expect(invalid(groupsOf(drawn()))).toEqual([false]);
});

it('each rung that was left open is marked as wrong, and no other', () => {
  const value = Array.from({ length: 5 }, () => ({ answer: null, evidence: '' }));
  const errors = ['Answer it.', undefined, undefined, 'Answer it.', undefined];
  const drawn = <LadderInput value={value} onChange={() => undefined} errors={errors} />;
  expect(invalid(groupsOf(drawn))).toEqual([true, false, false, true, false]);
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
