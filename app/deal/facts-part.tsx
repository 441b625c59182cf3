'use client';

import { AGE_UNITS, DEAL_LIMITS, type AgeUnit } from '@/domain/deal-draft';
import { Choices } from '@/ui/choices';
import { Field } from '@/ui/field';
import { Input, Select, SelectField, TextField } from '@/ui/input';
import type { PartProps } from './parts';
import { TextLine } from './text-line';

const STAGES = ['First talks', 'Discovery', 'Demo', 'Pilot', 'Proposal', 'Negotiation', 'Verbal yes', 'Renewal'];
const CURRENCIES = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CAD',
  'AUD',
  'NZD',
  'JPY',
  'INR',
  'SGD',
  'BRL',
  'ZAR',
];
const UNITS = (Object.keys(AGE_UNITS) as AgeUnit[]).map((value) => ({ value, label: value }));

/** The deal in one line, who it is with, and its numbers. */
export function FactsPart(props: PartProps) {
  const { draft, change, errors } = props;
  const stages = draft.stage && !STAGES.includes(draft.stage) ? [draft.stage, ...STAGES] : STAGES;
  const currencies = CURRENCIES.includes(draft.currency) ? CURRENCIES : [draft.currency, ...CURRENCIES];
  return (
    <>
      <div className="mt-[34px]">
        <TextLine
          {...props}
          name="title"
          label="Name the deal in one line"
          className="name"
          says={false}
          maxLength={DEAL_LIMITS.title}
        />
      </div>
      <div className="deal-facts">
        <TextField
          label="Who is it with?"
          note="An alias is fine."
          name="account"
          value={draft.account}
          error={errors.account}
          maxLength={DEAL_LIMITS.line}
          onChange={(event) => change({ account: event.target.value })}
        />
        <Field label="Worth, a year" error={errors.worth}>
          {(control) => (
            <span className="worth">
              <Select
                aria-label="Currency"
                value={draft.currency}
                onChange={(event) => change({ currency: event.target.value })}
              >
                {currencies.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </Select>
              <Input
                {...control}
                name="worth"
                className="num"
                inputMode="decimal"
                autoComplete="off"
                placeholder="184,000"
                maxLength={40}
                value={draft.worth}
                onChange={(event) => change({ worth: event.target.value })}
              />
            </span>
          )}
        </Field>
        <SelectField
          label="Deal stage"
          name="stage"
          value={draft.stage}
          error={errors.stage}
          onChange={(event) => change({ stage: event.target.value })}
        >
          <option value="">Not said</option>
          {stages.map((stage) => (
            <option key={stage}>{stage}</option>
          ))}
        </SelectField>
      </div>
      <div className="deal-halves">
        <Field label="Age of the deal" error={errors.age}>
          {(control) => (
            <span className="row age">
              <Input
                {...control}
                name="age"
                className="num"
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                value={draft.age}
                onChange={(event) => change({ age: event.target.value })}
              />
              <Choices
                legend="Unit of age"
                hideLegend
                options={UNITS}
                value={draft.ageUnit}
                onChange={(ageUnit) => change({ ageUnit })}
              />
            </span>
          )}
        </Field>
        <TextField
          label="Deadline, if there is one"
          note="The hosts see it when they order the queue."
          name="deadline"
          type="date"
          className="num"
          value={draft.deadline}
          error={errors.deadline}
          onChange={(event) => change({ deadline: event.target.value })}
        />
      </div>
    </>
  );
}
