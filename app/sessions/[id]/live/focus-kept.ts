'use client';

import { useEffect } from 'react';
import { ABOVE } from './writing';

const REMEMBERED = 6;

/** Where the focus was: the element, and what it stood in, nearest first. */
type Place = readonly HTMLElement[];

function placeOf(element: HTMLElement): Place {
  const place: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one && one !== document.body; one = one.parentElement) place.push(one);
  return place;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(element: Element | undefined): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function labelOf(field: Field): string {
  return field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
}

/** The field of the same name with the same text: where another screen has what was being written, one writes on, in view. */
function writesOn(lost: Field, label: string): boolean {
  const same = [...document.querySelectorAll('input, textarea')].find(
    (one): one is Field => isField(one) && label !== '' && labelOf(one) === label && one.value === lost.value,
  );
  if (!same || !takes(same)) return false;
  (same.closest('form') ?? same).scrollIntoView({ block: 'nearest' });
  if (same instanceof HTMLTextAreaElement) same.setSelectionRange(lost.selectionStart ?? 0, lost.selectionEnd ?? 0);
  return true;
}

/** Takes the focus, if it can: it is still on the screen, and may have the focus at all. */
function takes(element: HTMLElement): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}

/**
 * Never leaves the focus nowhere: when what had it goes from the screen (a phase that changes, words that are withdrawn,
 * a dialog that closes), it goes to what that stood in, or to where it was before; who was writing writes on, where the
 * next screen has the same field. Who leaves a field stays out of it.
 */
export function FocusKept(): null {
  useEffect(() => {
    let places: Place[] = [];
    let label = '';
    let due = 0;
    let then: ReturnType<typeof setTimeout>;

    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) places = [placeOf(target), ...places].slice(0, REMEMBERED);
      label = target instanceof Element && isField(target) ? labelOf(target) : '';
    };
    const look = () => {
      due = 0;
      const [last] = places;
      if (!last || (document.activeElement && document.activeElement !== document.body)) return;
      // It is where it was: whoever has it has left it on purpose.
      if (last[0]?.isConnected && last[0].checkVisibility({ visibilityProperty: true })) return;
      if (isField(last[0]) && writesOn(last[0], label)) return;
      const main = document.querySelector<HTMLElement>('main');
      const candidates = places.flatMap((place) => (place[0]?.closest(ABOVE) ? [] : place));
      [...candidates, ...(main ? [main] : [])].some(takes);
    };
    // A dialog that closes gives the focus back a moment later, and knows better where to.
    const soon = () => {
      due ||= requestAnimationFrame(() => {
        then = setTimeout(look);
      });
    };
    const watch = new MutationObserver(soon);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden', 'inert', 'disabled'] });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', soon);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(due);
      clearTimeout(then);
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', soon);
    };
  }, []);
  return null;
}
