'use client';

import { useRef } from 'react';
import { v4 } from 'uuid';

/** One id as long as the content is the same: sent twice, it takes effect once. */
export function useCommandId(): (content: unknown) => string {
  const last = useRef({ content: '', id: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, id: v4() };
    return last.current.id;
  };
}
