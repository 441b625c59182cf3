import { describe, expect, it } from 'vitest';
import { byKey, keyLabel, SHORTCUTS, shortcutOf } from '@/app/sessions/[id]/live/bar/shortcut-table';

const all = Object.entries(SHORTCUTS);
const press = (key: string, held: { altKey?: boolean; ctrlKey?: boolean; metaKey?: boolean; code?: string } = {}) =>
  shortcutOf({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, ...held });

describe('the keys of the room', () => {
  it('gives each key one meaning, and each meaning one key and words of its own', () => {
    for (const of of [all.map(([, { key }]) => key), all.map(([, { does }]) => does)]) {
      expect(new Set(of).size).toBe(of.length);
    }
    for (const [, { does }] of all) expect(does).toMatch(/^[A-Z].+[^.]$/);
  });

  it('takes none that browsers or screen readers have: letters alone, Alt with a digit, and no quick find', () => {
    for (const [, { key }] of all) expect(key).toMatch(/^([a-z]|[ +?]|Alt [1-5])$/);
  });

  it('finds them by the key, whatever its case, and Alt by the key’s place', () => {
    for (const [name, { key }] of all) {
      const digit = /^Alt (\d)$/.exec(key)?.[1];
      const found = digit ? press('¡', { altKey: true, code: `Digit${digit}` }) : press(key.toUpperCase());
      expect(found).toBe(name);
    }
  });

  it('leaves every key alone that comes with Ctrl, Meta or, but for the kinds, Alt', () => {
    for (const [, { key }] of all) {
      expect(press(key, { ctrlKey: true })).toBeUndefined();
      expect(press(key, { metaKey: true })).toBeUndefined();
      expect(press(key, { altKey: true, code: 'KeyN' })).toBeUndefined();
    }
  });

  it('writes them as people and screen readers say them', () => {
    expect(keyLabel(' ')).toBe('Space');
    expect(keyLabel('n')).toBe('N');
    expect(byKey('seat')).toEqual({ 'aria-keyshortcuts': 'S' });
    expect(byKey('kind1')).toEqual({ 'aria-keyshortcuts': 'Alt+1' });
  });
});
