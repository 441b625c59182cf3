'use client';

import { useEffect, useRef } from 'react';
import clsx from 'clsx';
import { Search } from 'lucide-react';
import Form from 'next/form';
import type { HistoryQuery } from '@/domain/history-query';
import { Icon } from '@/ui/icon';
import { Input } from '@/ui/input';
import { carriedBy } from './words';

/** The words that are searched for; a form, so that it works before the page wakes up. */
export function SearchBox({ base, query, className }: { base: string; query: HistoryQuery; className?: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Another address brings another text into the field; whoever is in it stays there.
    if (field.current) field.current.value = query.text;
  }, [query.text]);
  return (
    <Form action={base} prefetch={false} role="search" className={clsx('search', className)}>
      <Icon as={Search} />
      <Input
        ref={field}
        type="search"
        name="q"
        defaultValue={query.text}
        maxLength={200}
        aria-label="Search deals, people, things said"
        placeholder="Search deals and things said"
        enterKeyHint="search"
      />
      {carriedBy(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="sr">
        Search
      </button>
    </Form>
  );
}
