'use client';

import { useEffect } from 'react';

const ABOVE = '[role=dialog], [role=alertdialog], [role=menu]';
const REMEMBERED = 6;

/** Where the focus was: the element, and what it stood in, nearest first. */
type Place = readonly HTMLElement[];

function placeOf(element: HTMLElement): Place {
  const place: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one && one !== document.body; one = one.parentElement) place.push(one);
  return place;
}

/** Takes the focus, if it can: it is still on the screen, and may have the focus at all. */
function takes(element: HTMLElement): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

/**
 * Never leaves the focus nowhere: when what had it goes from the screen (a phase that changes, words that are withdrawn,
 * a dialog that closes), it goes to what that stood in, or to where it was before. Who leaves a field stays out of it.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let places: Place[] = [];
    let due = 0;

    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) places = [placeOf(target), ...places].slice(0, REMEMBERED);
    };
    const look = () => {
      due = 0;
      const [last] = places;
      if (!last || (document.activeElement && document.activeElement !== document.body)) return;
      // It is where it was: whoever has it has left it on purpose.
      if (last[0]?.isConnected && last[0].checkVisibility({ visibilityProperty: true })) return;
      const main = document.querySelector<HTMLElement>('main');
      const candidates = places.flatMap((place) => (place[0]?.closest(ABOVE) ? [] : place));
      [...candidates, ...(main ? [main] : [])].some(takes);
    };
    const soon = () => {
      due ||= requestAnimationFrame(look);
    };
    const watch = new MutationObserver(soon);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden', 'inert', 'disabled'] });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', soon);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(due);
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', soon);
    };
  }, []);
}
