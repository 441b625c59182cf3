import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { OutcomeForm } from '@/app/labs/[lab]/(bar)/check-in/[commitment]/outcome-form';
import { CheckIn } from '@/app/labs/[lab]/(bar)/home/check-in';
import type { FormState } from '@/app/form-state';
import type { LastReport, Recorded } from '@/db/checkins';
import { RUNGS, type Answer } from '@/domain/vocabulary';

const form = vi.hoisted(() => ({ state: {} as unknown }));
vi.mock('@/app/use-form', () => ({ useForm: () => ({ state: form.state, pending: false, form: {} }) }));
vi.mock('@/app/labs/[lab]/(bar)/home/actions', () => ({ recordOutcome: () => undefined }));

const report = (id: string, changes: Partial<LastReport>): LastReport => ({
  id,
  outcome: 'advanced',
  note: null,
  ladder: null,
  before: null,
  stands: null,
  lookingBack: null,
  byName: 'Marisol Vega',
  at: Date.parse('2026-11-27T09:00:00Z'),
  seen: `${id} 1`,
  ...changes,
});
const ladder = (answers: Answer[]) => answers.map((answer) => ({ answer }));
const FIRST = report('first', { stands: ladder(['yes', 'no', 'no', 'no', 'no']) });
const NEWER = report('newer', {
  outcome: 'lost',
  note: 'Gareth rang.',
  lookingBack: 3,
  byName: 'Dana Whitfield',
  at: Date.parse('2026-11-27T22:00:00Z'),
  stands: ladder(['yes', 'yes', 'no', 'no', 'no']),
});
const HELD = [true, false, false, false, false];
const IDS = { slug: 'thursday-lab', commitmentId: 'promise' };

const onItsPage = () => (
  <OutcomeForm
    {...IDS}
    barred={false}
    chosen="advanced"
    last={FIRST}
    held={HELD}
    zone="Asia/Tokyo"
    heard="Priya hears of it."
  />
);
const onLabHome = () => (
  <CheckIn
    {...IDS}
    scenarioId="deal"
    heading="Halden"
    rep={undefined}
    words="Call Inga."
    due={undefined}
    outcome={FIRST.outcome}
    note={FIRST.note}
    held={HELD}
    ladder={FIRST.ladder}
    ladderBefore={FIRST.before}
    lookingBack={FIRST.lookingBack}
    seen={FIRST.seen}
    zone="Asia/Tokyo"
    now={false}
  />
);

function drawn(screen: () => React.ReactElement, state: FormState<Recorded>) {
  form.state = state;
  const html = renderToStaticMarkup(screen());
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([one]) => one);
  const valueOf = (name: string) =>
    /value="([^"]*)"/.exec(
      inputs.find((one) => one.includes(`name="${name}"`) && !/radio(?!.*checked)/.test(one)) ?? '',
    )?.[1];
  return { html, valueOf, text: html.replace(/<[^>]*>/g, ' ') };
}

beforeEach(() => void (form.state = {}));

it.each([
  ['its page', onItsPage],
  ['lab home', onLabHome],
])(
  'on %s a report that came in meanwhile stands beside what was typed, and what is sent next goes on from it',
  (_, screen) => {
    const before = drawn(screen, {});
    expect(before.valueOf('seen')).toBe('first 1');
    expect(before.text).not.toContain('Not recorded yet');
    const values = { outcome: 'won', note: 'Inga signed.', lookingBack: '', lookingBackBegan: '' };
    const { html, text, valueOf } = drawn(screen, { values, done: { newer: NEWER } });
    expect(text).toContain('Not recorded yet');
    expect(text).toMatch(/Lost.*Dana Whitfield.*Gareth rang\..*Looking back: +lowest open rung 3 *\./s);
    // Without scripts in the lab's zone.
    expect(text).toMatch(/Dana Whitfield, +28 Nov/);
    expect(text).not.toMatch(/Recorded\.|Saved\./);
    expect(html).toContain('Inga signed.</textarea>');
    expect(valueOf('outcome')).toBe('won');
    expect(valueOf('seen')).toBe('newer 1');
  },
);

it('draws a ladder anew as it was touched, and one that was not as the newer report has it', () => {
  const rungs = (answers: readonly string[]) =>
    Object.fromEntries(answers.map((answer, rung) => [`ladder-answer-${rung}`, answer]));
  const began = { outcome: 'won', ladderBefore: JSON.stringify(FIRST.stands) };
  const shown = (answers: readonly string[]) => {
    const values = { ...began, ...rungs(answers) };
    const { valueOf } = drawn(onItsPage, { values, done: { newer: NEWER } });
    return RUNGS.map((_, rung) => valueOf(`ladder-answer-${rung}`));
  };
  const answers = (of: { answer: string }[]) => of.map(({ answer }) => answer);
  const touched = ['yes', 'yes', 'yes', 'yes', 'unsure'];
  expect(shown(touched)).toEqual(touched);
  expect(shown(answers(FIRST.stands!))).toEqual(answers(NEWER.stands!));
});

it('opens the form on lab home, also without scripts', () => {
  expect(drawn(onLabHome, {}).html).not.toMatch(/<details[^>]* open/);
  expect(drawn(onLabHome, { done: { newer: NEWER } }).html).toMatch(/<details[^>]* open/);
});

it('opens it too for what was refused, and says beside it what was saved', () => {
  const lookingBack = 'One looks back on a deal that is over.';
  const values = { outcome: 'no_change', note: 'Inga rang.', lookingBack: '2', lookingBackBegan: '' };
  const { html } = drawn(onLabHome, { values, message: lookingBack, errors: { lookingBack } });
  expect(html).toMatch(/<details[^>]* open/);
  expect(html).toContain('Inga rang.</textarea>');
  const saved = drawn(onLabHome, { done: { recorded: true } }).html;
  expect(saved.replace(/<details.*?<\/details>/s, '')).toContain('Saved.');
});

it.each([
  ['its page', onItsPage],
  ['lab home', onLabHome],
])('on %s a look back that is refused says so by its field', (_, screen) => {
  const lookingBack = 'One looks back on a deal that is over.';
  const values = { outcome: 'no_change', note: '', lookingBack: '2', lookingBackBegan: '' };
  const { html, valueOf } = drawn(screen, { values, errors: { lookingBack } });
  expect(html).toMatch(/class="looking-back"><fieldset[^>]*aria-invalid="true".*?class="err"[^>]*>.*?One looks back/s);
  expect([valueOf('lookingBack'), valueOf('outcome')]).toEqual(['2', 'no_change']);
});

it.each([
  ['left open from the first', '', '', '3'],
  ['preset and not touched', '2', '2', '3'],
  ['chosen there', '4', '2', '4'],
  ['chosen where none was', '0', '', '0'],
  ['left open there', '', '2', ''],
])('a look back that was %s is kept only where the form changed it', (_, lookingBack, lookingBackBegan, shown) => {
  for (const screen of [onItsPage, onLabHome]) {
    expect(drawn(screen, {}).valueOf('lookingBackBegan')).toBe('');
    const values = { outcome: 'won', note: '', lookingBack, lookingBackBegan };
    const { valueOf } = drawn(screen, { values, done: { newer: NEWER } });
    expect(valueOf('lookingBack')).toBe(shown);
    expect(valueOf('lookingBackBegan')).toBe('3');
  }
});
