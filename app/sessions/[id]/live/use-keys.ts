'use client';

import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { byKey, shortcutOf, type ShortcutName } from './bar/shortcut-table';
import { shortcutsOn } from './bar/shortcuts-switch';
import { ABOVE, hearWriting, WRITES, writesOn } from './writing';

/** What a key does; giving `false` leaves the key to the browser. */
type Act<Given extends unknown[] = []> = (...given: Given) => unknown;
type Acts<Given extends unknown[] = []> = Readonly<
  Partial<Record<ShortcutName, Act<Given> | false | undefined | null>>
>;

const CONTROLS = 'button, a[href], input, select, textarea, summary, [role=menuitem], [role=tab]';

/** The shortcut that a key press is meant as. None while someone writes, or writes on where the field has gone, or while a dialog or menu is open. */
function meant(event: KeyboardEvent): ShortcutName | undefined {
  const name = shortcutOf(event);
  if (!name || event.defaultPrevented || event.repeat || event.isComposing) return undefined;
  const target = event.target instanceof Element ? event.target : document.body;
  if (!event.altKey && (!shortcutsOn() || target.closest(WRITES) || writesOn(event))) return undefined;
  if (document.querySelector(ABOVE)) return undefined;
  // The space bar leaves every focused control its own.
  return event.key === ' ' && target.closest(CONTROLS) ? undefined : name;
}

const screens = new Set<{ current: Acts }>();

/** The key that nothing acted on, until another is pressed: what comes later acts on it then, if the focus is where it was. */
export const missed: { name?: ShortcutName | undefined; at?: Element | null } = {};

/** Keys of the room, by the names of the one table. They can be switched off. */
export function useKeys(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    screens.add(latest);
    return () => void screens.delete(latest);
  }, []);
}

/** The same for what has the focus, as its `onKeyDown`; each act is given the element. */
export function useKeysHere(acts: Acts<[HTMLElement]>): (event: ReactKeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const name = meant(event.nativeEvent);
    const act = name && acts[name];
    if (act && act(event.currentTarget) !== false) event.preventDefault();
  };
}

/**
 * Hears the keys, once for the whole room. What no screen acts on goes to what carries `byKey`: presses the button, goes
 * to the field, or into the region; nothing where it is not on the screen. Escape leaves a field for the place around it.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leaveField(event);
      const name = meant(event);
      if (!name) return;
      missed.name = undefined;
      for (const screen of screens) {
        const act = screen.current[name];
        if (act && act() !== false) return event.preventDefault();
      }
      const there = onScreen(byKey(name)['aria-keyshortcuts']);
      if (!there) {
        Object.assign(missed, { name, at: document.activeElement });
        return;
      }
      event.preventDefault();
      goTo(there);
    };
    const stopHearing = hearWriting();
    addEventListener('keydown', onKey);
    return () => {
      stopHearing();
      removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Goes where a key goes, if that is on the screen. */
export function goToKey(name: ShortcutName): void {
  const there = onScreen(byKey(name)['aria-keyshortcuts']);
  if (there) goTo(there);
}

function onScreen(key: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`)];
  const shown = all.find((one) => one.checkVisibility({ visibilityProperty: true }));
  if (shown) return shown;
  const folded = all.find((one) => one.closest('details:not([open])'));
  folded?.closest('details')?.setAttribute('open', '');
  return folded;
}

const FOCUSABLE = 'input:checked, input, textarea, select, button, a[href]';

function goTo(there: HTMLElement): void {
  const control = there.matches(FOCUSABLE) ? there : (there.querySelector<HTMLElement>(FOCUSABLE) ?? there);
  control.focus();
  if (!there.matches('button, a[href]')) return;
  // A menu that has been open once opens on its own keys alone.
  if (there.matches('[aria-haspopup=menu][data-state]')) {
    there.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  } else {
    there.click();
  }
}

function leaveField(event: KeyboardEvent): void {
  const field = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(WRITES) : null;
  if (!field || event.defaultPrevented || field.closest(ABOVE)) return;
  const around = field.parentElement?.closest<HTMLElement>('[tabindex]') ?? document.querySelector<HTMLElement>('main');
  around?.focus({ preventScroll: true });
}
