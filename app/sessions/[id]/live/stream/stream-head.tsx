'use client';

import { ListFilter } from 'lucide-react';
import type { Contribution } from '@/domain/session/state';
import { CONTRIBUTION_KINDS, type ContributionKind, type Phase } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { kindLabel } from '@/ui/kinds';
import { Menu, MenuItem } from '@/ui/menu';
import { Helpful } from '@/ui/words';
import { byKey } from '../bar/shortcut-table';

export type Filter = ContributionKind | null;

/** What the stream is called in a phase. */
export function streamTitle(phase: Phase): string {
  return phase === 'clarify' ? 'Questions' : 'Coaching';
}

interface StreamHeadProps {
  phase: Phase;
  words: readonly Contribution[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** How much was said, and a filter by kind. */
export function StreamHead({ phase, words, filter, onFilter }: StreamHeadProps) {
  const standing = words.filter(({ gone, late }) => !gone && !late);
  const helpful = standing.filter((one) => one.helpful).length;
  return (
    <header>
      <h2 className="text-5">{streamTitle(phase)}</h2>
      <div className="row gap-[14px]">
        {helpful > 0 && phase !== 'clarify' && <Helpful className="num mt-0">{helpful} helpful</Helpful>}
        <span className="meta num">{phase === 'clarify' ? asked(standing) : soFar(standing)}</span>
        <Menu
          trigger={
            <Button
              size="sm"
              variant="plain"
              className="-my-2 -mr-[10px]"
              {...byKey('filter')}
              aria-label={filter ? `Filter: ${kindLabel(filter)}` : 'Filter by kind'}
            >
              <Icon as={ListFilter} />
              {filter && kindLabel(filter)}
            </Button>
          }
        >
          <MenuItem onSelect={() => onFilter(null)}>All kinds</MenuItem>
          {CONTRIBUTION_KINDS.filter((kind) => kind !== 'answer').map((kind) => (
            <MenuItem key={kind} onSelect={() => onFilter(kind)}>
              {kindLabel(kind)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </header>
  );
}

function asked(words: readonly Contribution[]): string {
  const questions = words.filter(({ kind }) => kind === 'question');
  const replied = new Set(words.map(({ replyTo }) => replyTo));
  return `${questions.length} asked, ${questions.filter(({ id }) => replied.has(id)).length} answered`;
}

function soFar(words: readonly Contribution[]): string {
  return `${words.filter(({ kind }) => kind !== 'answer').length} so far`;
}
