'use client';

import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR_PX = 60;
/** For so long after a wheel or a finger moved a list, nothing else does. */
const MOVED_MS = 200;

/** What a list grows by. */
interface Growth {
  /** Another whenever anything in it is. */
  words: unknown;
  /** The number of the last thing in it. */
  last: number;
  /** How many are the reader's own: what they have said themself always shows. */
  own: number;
}

const MOVES = ['wheel', 'touchmove'] as const;

type Held = RefObject<HTMLElement | null>;

/** Marks what can be unfolded below the end of a list, in the last of its content: whoever reads on down there is not at the end. */
export const BELOW_END = { 'data-below-end': '' };

/** How far a list is from showing its end, in px; less than nothing below it. */
function toItsEnd(list: HTMLElement, content: HTMLElement): number {
  // What is folded has a height all the same, once it is asked for it.
  const below = content.lastElementChild?.querySelector<HTMLElement>('[open] > [data-below-end]')?.offsetHeight ?? 0;
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

  // Words come, what was off the screen gets its real height as it nears it, and the list may become lower, as under a notice or
  // a growing composer. It is told of after the layout and before the paint: nothing is laid out twice, and nothing is seen to
  // jump. What the reader opens or edits in it, where the focus is, grows without moving under them, and whoever is about to
  // scroll away isn't pulled back.
  useLayoutEffect(() => {
    const [node, inside] = [list.current, content.current];
    if (!atEnd || !node || !inside) return;
    let moved = -Infinity;
    const move = ({ timeStamp }: Event) => void (moved = timeStamp);
    for (const kind of MOVES) node.addEventListener(kind, move, { passive: true });
    const watch = new ResizeObserver((changes) => {
      if (performance.now() - moved < MOVED_MS) return;
      const lower = changes.some(({ target }) => target === node);
      if (lower || said.current || !inside.contains(document.activeElement))
        node.scrollBy({ top: toItsEnd(node, inside) });
    });
    watch.observe(node);
    watch.observe(inside);
    return () => {
      watch.disconnect();
      for (const kind of MOVES) node.removeEventListener(kind, move);
    };
  }, [list, content, atEnd]);

  const onScroll = () => {
    const node = list.current;
    if (!node || !content.current) return;
    const up = node.scrollTop < top.current;
    top.current = node.scrollTop;
    const left = toItsEnd(node, content.current);
    if (left < NEAR_PX && seen !== last) setSeen(last);
    // What has grown beneath somebody at the end is no step away from it, nor is it to be below it while one's words are on their way.
    const isAt = Math.abs(left) < NEAR_PX || (atEnd && !up && (left > 0 || said.current));
    // Only what changes it: React keeps an update that changes nothing until it draws again, and then lets it undo what is set
    // in drawing, as above when one has said something.
    if (isAt !== atEnd) setAtEnd(isAt);
  };

  if (atEnd && seen !== last) setSeen(last);
  const leave = useCallback(() => setAtEnd(false), []);
  /** `seen`: the number of the last thing that the reader has had before them. */
  return { onScroll, leave, saw: setSeen, seen: atEnd ? last : seen };
}
