/** Who has it: everyone, who writes to the room, the hot seat, who runs the meeting. */
export type ShortcutGroup = 'room' | 'words' | 'seat' | 'turn' | 'session';

interface Shortcut {
  /** As `event.key` in lower case; with Alt by the key's place. */
  key: string;
  does: string;
  group: ShortcutGroup;
}

/** Every key of the room, by what it does. One key does one thing; several places may offer that thing. */
export const SHORTCUTS = {
  next: { key: 'n', does: 'Next phase; in the roll call, next person', group: 'turn' },
  back: { key: 'b', does: 'Back a phase; from the closing round, back to the deals', group: 'turn' },
  pause: { key: ' ', does: 'Pause, or go on', group: 'turn' },
  extend: { key: '+', does: 'One more minute', group: 'turn' },
  reveal: { key: 'r', does: 'Open the ladder vote, then reveal', group: 'turn' },
  pin: { key: 'p', does: 'Pin the words in focus', group: 'turn' },
  defer: { key: 'd', does: 'Put the deal off', group: 'turn' },
  end: { key: 'e', does: 'End the turn; without one, the session', group: 'turn' },
  seat: { key: 's', does: 'Start the session, then seat who is next', group: 'session' },
  suggest: { key: 'g', does: 'Suggest an order', group: 'session' },
  note: { key: 'm', does: 'Message to the hosts', group: 'session' },
  floor: { key: 'o', does: 'Open the floor, or close it', group: 'session' },
  release: { key: 'u', does: 'Unseal a question', group: 'session' },
  undo: { key: 'z', does: 'Undo the end', group: 'session' },
  write: { key: 'c', does: 'Write: a contribution, an answer, a question', group: 'room' },
  forward: { key: 'j', does: 'Next contribution', group: 'room' },
  backward: { key: 'k', does: 'Previous contribution', group: 'room' },
  filter: { key: 'f', does: 'Show one kind only', group: 'room' },
  ladder: { key: 'l', does: 'Show or hide the ladder', group: 'room' },
  queue: { key: 'q', does: 'Go to the queue', group: 'room' },
  people: { key: 'w', does: 'Who is here', group: 'room' },
  list: { key: '?', does: 'This list', group: 'room' },
  kind1: { key: 'Alt 1', does: 'Question', group: 'words' },
  kind2: { key: 'Alt 2', does: 'Advice', group: 'words' },
  kind3: { key: 'Alt 3', does: 'Challenge', group: 'words' },
  kind4: { key: 'Alt 4', does: 'Story', group: 'words' },
  kind5: { key: 'Alt 5', does: 'Resource', group: 'words' },
  edit: { key: 'i', does: 'Edit your words in focus', group: 'words' },
  takeBack: { key: 'x', does: 'Withdraw or hide the words in focus', group: 'words' },
  vote: { key: 'v', does: 'Your blind read', group: 'words' },
  takeaway: { key: 't', does: 'Your takeaway', group: 'words' },
  answer: { key: 'a', does: 'Answer the words in focus', group: 'seat' },
  helpful: { key: 'h', does: 'Mark the words in focus helpful', group: 'seat' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** Keys that act in fields and dialogs as everywhere; no list decides over them. */
export const ALWAYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Ctrl Enter'], does: 'Send, save, or commit' },
  { keys: ['Esc'], does: 'Leave a field, or dismiss' },
];

const NAMES = new Map<string, ShortcutName>(
  Object.entries(SHORTCUTS).map(([name, { key }]) => [key, name as ShortcutName]),
);

/** Which shortcut a key is, if any. */
export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>) {
  if (event.ctrlKey || event.metaKey) return undefined;
  // With Alt some layouts give another sign; the key's place does not change.
  if (event.altKey) return event.code.startsWith('Digit') ? NAMES.get(`Alt ${event.code.slice(5)}`) : undefined;
  return NAMES.get(event.key.toLowerCase());
}

/** How a key is written on the screen. */
export function keyLabel(key: string): string {
  return key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
}

/**
 * For a button or a field that a key presses or goes to, wherever it stands: `<Button {...byKey('seat')}>`.
 * It is what screen readers say of it, too.
 */
export function byKey(name: ShortcutName): { 'aria-keyshortcuts': string } {
  return { 'aria-keyshortcuts': keyLabel(SHORTCUTS[name].key).replace(' ', '+') };
}
