'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR_PX = 60;

/** What a list grows by. */
interface Growth {
  /** Another whenever anything in it is. */
  words: unknown;
  /** The number of the last thing in it. */
  last: number;
  /** How many are the reader's own: what they have said themself always shows. */
  own: number;
}

type Held = RefObject<HTMLElement | null>;

/** Marks what is unfolded below the end of a list: whoever reads on down there is not at the end. */
export const BELOW_END = { 'data-below-end': '' };

/** How far a list is from showing its end, in px; less than nothing below it. */
function toItsEnd(list: HTMLElement): number {
  const below = list.querySelector<HTMLElement>('[data-below-end]')?.offsetHeight ?? 0;
  return list.scrollHeight - below - list.scrollTop - list.clientHeight;
}

/** Keeps a reader at the end of a list there as its content grows, and leaves everyone else where they read. */
export function useFollow(list: Held, content: Held, { words, last, own }: Growth) {
  const [seen, setSeen] = useState(last);
  const [atEnd, setAtEnd] = useState(true);
  const [before, setBefore] = useState(own);
  const top = useRef(0);
  const said = useRef(true);

  if (own !== before) {
    setBefore(own);
    if (own > before) setAtEnd(true);
  }

  // Until what was drawn of them is laid out: that is in the next frame, behind what else it begins with.
  useLayoutEffect(() => {
    said.current = true;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        said.current = false;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [words, own]);

  // Words come, and the list may become lower, as under a notice or a growing composer. It is told of after the layout and
  // before the paint: nothing is laid out twice, and nothing is seen to jump. What the reader unfolds there stays in view.
  useLayoutEffect(() => {
    if (!atEnd || !list.current || !content.current) return;
    const watch = new ResizeObserver((changes) => {
      const lower = changes.some(({ target }) => target === list.current);
      if (list.current && (lower || said.current)) list.current.scrollBy({ top: toItsEnd(list.current) });
    });
    watch.observe(list.current);
    watch.observe(content.current);
    return () => watch.disconnect();
  }, [list, content, atEnd]);

  const onScroll = () => {
    const node = list.current;
    if (!node) return;
    const up = node.scrollTop < top.current;
    top.current = node.scrollTop;
    const left = toItsEnd(node);
    // What has grown beneath somebody at the end is no step away from it.
    setAtEnd((was) => left > -NEAR_PX && (left < NEAR_PX || (was && !up)));
  };

  if (atEnd && seen !== last) setSeen(last);
  /** `seen`: the number of the last thing that the reader has had before them. */
  return { onScroll, saw: setSeen, seen: atEnd ? last : seen };
}
