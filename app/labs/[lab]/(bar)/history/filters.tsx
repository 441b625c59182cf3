'use client';

import { useState } from 'react';
import clsx from 'clsx';
import { ChevronDown, ListFilter, X } from 'lucide-react';
import {
  filtersIn,
  historyAddress,
  PLACE_KINDS,
  TIMES,
  withoutFilter,
  type HistoryFilter,
  type HistoryQuery,
  type TimeBack,
} from '@/domain/history-query';
import { DECISIONS, OUTCOMES } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Link } from '@/ui/link';
import { Menu, MenuItem } from '@/ui/menu';
import { decisionLabel, outcomeLabel } from '@/ui/outcomes';
import { FILTER_WORDS, filterValue, placeLabel, rungLabel, TIME_WORDS, type HistoryPerson } from './words';

interface FiltersProps {
  base: string;
  query: HistoryQuery;
  people: readonly HistoryPerson[];
}

const FILTERS = Object.keys(FILTER_WORDS) as HistoryFilter[];

/** What narrows the search; on a phone behind one button. Each is a link, so that the address always tells all. */
export function Filters({ base, query, people }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const set = filtersIn(query);
  return (
    <div className="history-filters" role="group" aria-label="Filters">
      <Button size="sm" className="filters-narrow" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon as={ListFilter} />
        {set.length === 0 ? 'Filters' : `Filters, ${set.length} set`}
      </Button>
      <div className={clsx('filters-row', open && 'open')}>
        {FILTERS.map((filter) => (
          <Filter key={filter} filter={filter} isSet={set.includes(filter)} {...{ base, query, people }} />
        ))}
      </div>
      {(set.length > 0 || query.text !== '') && (
        <Link className="btn plain sm" href={base}>
          Clear
        </Link>
      )}
    </div>
  );
}

function Filter({ filter, isSet, base, query, people }: FiltersProps & { filter: HistoryFilter; isSet: boolean }) {
  const to = (change: Partial<HistoryQuery>) => base + historyAddress({ ...query, ...change, page: 1 });
  const value = filterValue(query, filter, people);
  return (
    <span className={clsx('filter', isSet && 'is-set')}>
      <Menu
        align="start"
        trigger={
          <button type="button" className="btn sm">
            <span>{FILTER_WORDS[filter]}</span> <b>{value}</b>
            {!isSet && <Icon as={ChevronDown} />}
          </button>
        }
      >
        {choicesOf(filter, query, people).map(({ label, change }) => (
          <MenuItem key={label} href={to(change)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {isSet && (
        <Link
          className="btn sm off"
          href={base + historyAddress(withoutFilter(query, filter))}
          aria-label={`Take off ${FILTER_WORDS[filter]}: ${value}`}
        >
          <Icon as={X} />
        </Link>
      )}
    </span>
  );
}

interface Choice {
  label: string;
  change: Partial<HistoryQuery>;
}

function choicesOf(filter: HistoryFilter, query: HistoryQuery, people: readonly HistoryPerson[]): Choice[] {
  switch (filter) {
    case 'rung':
      return [1, 2, 3, 4, 5, 0].map((rung) => rungChoice(rung, query.rungs));
    case 'decision':
      return DECISIONS.map((decision) => ({ label: decisionLabel(decision), change: { decision } }));
    case 'outcome':
      return OUTCOMES.map((outcome) => ({ label: outcomeLabel(outcome), change: { outcome } }));
    case 'kind':
      return PLACE_KINDS.map((kind) => ({ label: placeLabel(kind), change: { kind } }));
    case 'person':
      return people.map(({ id, name }) => ({ label: name, change: { person: id } }));
    case 'time':
      return (Object.keys(TIMES) as TimeBack[]).map((time) => ({ label: `In ${TIME_WORDS[time]}`, change: { time } }));
  }
}

/** Rungs add up: "3 or 4". */
function rungChoice(rung: number, rungs: readonly number[]): Choice {
  const name = rung === 0 ? 'All five hold' : `Rung ${rungLabel(rung)}`;
  if (rungs.includes(rung))
    return { label: `Without ${name.toLowerCase()}`, change: { rungs: rungs.filter((one) => one !== rung) } };
  return { label: rungs.length > 0 ? `Or ${name.toLowerCase()}` : name, change: { rungs: [...rungs, rung].sort() } };
}
