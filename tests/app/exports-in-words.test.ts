import { expect, it } from 'vitest';
import { exportAnswer } from '@/app/api/exports/formats';
import type { ExportRow } from '@/db/exports/table';

/** A table of these rows as Markdown, without its headings. */
async function told(...rows: ExportRow[]): Promise<string> {
  const table = {
    name: 'rows',
    columns: [],
    count: async () => rows.length,
    async *rows() {
      for (const row of rows) yield [row];
    },
  };
  const text = await (await exportAnswer('md', { title: 'x', tables: [table], at: new Date() })).text();
  expect(text.startsWith('# x\n\n## Rows\n\n')).toBe(true);
  expect(text.match(/\n\n/g)).toHaveLength(rows.length + 1);
  return text.slice('# x\n\n## Rows\n\n'.length);
}

const ladder = [
  { answer: 'yes', evidence: 'Said *so*.\n\n# Twice' },
  ...['unsure', 'no', 'no', 'no'].map((answer) => ({ answer })),
];

it('what was said in a turn stands under its deal, in the product’s words', async () => {
  const said = { lab: 'Edgework', kind: 'challenge' };
  const rows: ExportRow[] = [
    { ...said, turnId: '1', deal: 'Brandt *#2*', body: 'One' },
    { ...said, turnId: '1', deal: 'Brandt *#2*', body: 'Two' },
    { ...said, turnId: '2', deal: null, decision: 'move_on', body: 'Three' },
    { turnId: '3', deal: '# Halden\n- x', outcome: 'no_change' },
  ];
  expect(await told(...rows)).toBe(`### Brandt \\*\\#2\\*
**lab** Edgework · **kind** Challenge
> One

**lab** Edgework · **kind** Challenge
> Two

### A deal in Edgework
**lab** Edgework · **kind** Challenge · **decision** Move on
> Three

### \\# Halden \\- x
**outcome** No change
`);
});

it('a deal has its ladder rung by rung, and its pipeline and amount as the screens write them', async () => {
  const pipeline = { otherLiveDeals: 1, lifeOrDeath: 4, note: 'Thin.', hostsOnly: true };
  const deal = { deal: 'Told', amountMinor: 120050, currency: 'EUR', ladder, pipeline, story: 'So.\n\nAnd so.' };
  expect(await told(deal, { otherLiveDeals: 0, lifeOrDeath: 5, pipelineNote: null, pain: 'a\n\n- b' }))
    .toBe(`**deal** Told · **pipeline** 1 other live deal · hangs on it: 4 of 5 · **hosts only** yes · **amount** 1200\\.50 EUR
- Rung 1: There is a problem I can fix. Yes. Evidence: Said \\*so\\*. \\# Twice
- Rung 2: They know it. Not sure.
- Rung 3: They want it fixed. No.
- Rung 4: They can tell me to fix it. No.
- Rung 5: They want my help fixing it. No.
> *story*
>
> So.
>
> And so.
>
> *pipeline note*
>
> Thin.

**pain** a \\- b · **pipeline** no other live deals · hangs on it: 5 of 5
`);
});

it('a reveal has both reads beside each other, and a read its answers', async () => {
  const read = ['yes', 'yes', 'yes', 'yes', 'no'];
  const totals = [3, 2, 1, 0, 0].map((yes) => ({ yes, unsure: 1, no: 0 }));
  const reveal = { read, totals, evidence: [null, '_Inga_', null, null, null], lowestOpenRung: 3, at: '2026-11-27' };
  expect(await told({ rep: '<Marisol>', reveal }, { answers: read }))
    .toBe(`**rep** \\<Marisol\\> · **reveal** lowest open rung 3
- Rung 1: There is a problem I can fix. \\<Marisol\\>: yes. The room: 3 yes, 1 not sure.
- Rung 2: They know it. \\<Marisol\\>: yes. The room: 2 yes, 1 not sure. Evidence: \\_Inga\\_
- Rung 3: They want it fixed. \\<Marisol\\>: yes. The room: 1 yes, 1 not sure. The lowest open rung.
- Rung 4: They can tell me to fix it. \\<Marisol\\>: yes. The room: 0 yes, 1 not sure.
- Rung 5: They want my help fixing it. \\<Marisol\\>: no. The room: 0 yes, 1 not sure.

- Rung 1: There is a problem I can fix. Yes.
- Rung 2: They know it. Yes.
- Rung 3: They want it fixed. Yes.
- Rung 4: They can tell me to fix it. Yes.
- Rung 5: They want my help fixing it. No.
`);
});

it('what a check-in says looking back is told as a ladder is', async () => {
  const over = { deal: 'Told', outcome: 'lost' };
  const rows = [3, 0, null].map((lookingBack) => ({ ...over, lookingBack }));
  expect(await told(...rows)).toBe(`**deal** Told · **outcome** Lost · **looking back** lowest open rung 3

**deal** Told · **outcome** Lost · **looking back** all five rungs hold

**deal** Told · **outcome** Lost
`);
});

it('a draft is told as the deal that it is to be, and of my why what was asked', async () => {
  const rungs = [
    { answer: null, evidence: '' },
    { answer: 'no', evidence: 'Nobody asked.' },
  ];
  const draft = { title: 'Half', worth: '184k', age: '2', note: 'Thin.', ladder: [...rungs, ...rungs, rungs[0]] };
  const why = { question: 'still', body: 'Yes.' };
  expect(await told({ lab: 'Edgework', draft }, why, { check: 'book' }))
    .toBe(`**lab** Edgework · **title** Half · **amount** 184k USD · **age** 2 weeks
- Rung 2: They know it. No. Evidence: Nobody asked.
- Rung 4: They can tell me to fix it. No. Evidence: Nobody asked.
> Thin.

**question** Do I still believe that?
> Yes.

**check** Last book or post read or written
`);
});
