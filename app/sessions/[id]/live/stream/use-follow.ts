'use client';

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR_PX = 60;

/**
 * Keeps a reader at the end of a list there as it grows, and leaves everyone else where they read.
 * `count` is how many there are; `own` grows when the reader themself has said something, which always shows;
 * `content` is another whenever any of it is.
 */
export function useFollow(list: RefObject<HTMLElement | null>, count: number, own: number, content: unknown) {
  const [seen, setSeen] = useState(count);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ count, own });

  const toEnd = () => {
    scrollToEnd(list.current);
    setAtEnd(true);
  };

  useLayoutEffect(() => {
    const grew = own > before.current.own;
    before.current = { count, own };
    if (atEnd || grew) scrollToEnd(list.current);
  }, [list, count, own, content, atEnd]);

  // The list may become lower, as under a notice or a growing composer: who is at the end stays there.
  useEffect(() => {
    const node = list.current;
    if (!node || !atEnd) return;
    const watch = new ResizeObserver(() => scrollToEnd(node));
    watch.observe(node);
    return () => watch.disconnect();
  }, [list, atEnd]);

  const onScroll = () => {
    const node = list.current;
    if (!node) return;
    setAtEnd(node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_PX);
  };

  if (atEnd && seen !== count) setSeen(count);
  return { onScroll, toEnd, unseen: atEnd ? 0 : Math.max(0, count - seen) };
}

function scrollToEnd(list: HTMLElement | null): void {
  list?.scrollTo({ top: list.scrollHeight });
}
