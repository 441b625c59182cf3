'use client';

import type { ReactNode } from 'react';
import { Tabs as Radix } from 'radix-ui';

interface TabsProps<V extends string> {
  tabs: readonly { value: V; label: ReactNode }[];
  value: V;
  onChange: (value: V) => void;
  label: string;
  className?: string;
  /** `TabPanel`s, and whatever else stands beside them. */
  children: ReactNode;
}

/** Tabs of a phone: one column at a time, arrows move. */
export function Tabs<V extends string>({ tabs, value, onChange, label, className, children }: TabsProps<V>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find((one) => one.value === next);
        if (tab) onChange(tab.value);
      }}
      className={className}
    >
      <Radix.List className="tabs num" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

interface TabPanelProps {
  value: string;
  /** Stays in the page while another is shown, so that a draft or a scroll is kept. */
  keep?: boolean;
  className?: string;
  children: ReactNode;
}

/** What one tab shows. */
export function TabPanel({ value, keep, className, children }: TabPanelProps) {
  return (
    <Radix.Content value={value} className={className} {...(keep ? { forceMount: true } : {})}>
      {children}
    </Radix.Content>
  );
}
