'use client';

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR_PX = 60;

/** What a list grows by. */
interface Growth {
  /** The number of the last thing in it. */
  last: number;
  /** How many are the reader's own: what they have said themself always shows. */
  own: number;
  /** Another whenever anything in it is. */
  content: unknown;
}

/** Keeps a reader at the end of a list there as it grows, and leaves everyone else where they read. */
export function useFollow(list: RefObject<HTMLElement | null>, { last, own, content }: Growth) {
  const [seen, setSeen] = useState(last);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef(own);

  const toEnd = () => {
    scrollToEnd(list.current);
    setAtEnd(true);
  };

  useLayoutEffect(() => {
    const grew = own > before.current;
    before.current = own;
    if (atEnd || grew) scrollToEnd(list.current);
  }, [list, own, content, atEnd]);

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

  if (atEnd && seen !== last) setSeen(last);
  /** `seen`: the number of the last thing that the reader has had before them. */
  return { onScroll, toEnd, seen: atEnd ? last : seen };
}

function scrollToEnd(list: HTMLElement | null): void {
  list?.scrollTo({ top: list.scrollHeight });
}
