/** What people write in. */
export const WRITES = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';

/** What stands over the room and has its keys for itself. */
export const ABOVE = '[role=dialog], [role=alertdialog], [role=menu]';

/** So long after their last letter somebody still writes, as far as they know: the field may have gone meanwhile. */
const WRITES_ON_MS = 1500;
/** Whether a key sends, saves or commits what is written, whatever field it is in. */
export function sends({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** With these one leaves a field. */
const LEAVES: ReadonlySet<string> = new Set(['Escape', 'Tab', 'Enter']);

let wroteAt = -Infinity;

/** Hears what is typed before anything acts on it; gives the way to stop. */
export function hearWriting(): () => void {
  const onKey = ({ key, target, timeStamp }: KeyboardEvent) => {
    const writes = target instanceof Element && target.closest(WRITES) !== null;
    if (LEAVES.has(key)) wroteAt = -Infinity;
    else if (writes || timeStamp - wroteAt < WRITES_ON_MS) wroteAt = timeStamp;
  };
  const onPress = () => {
    wroteAt = -Infinity;
  };
  addEventListener('keydown', onKey, true);
  addEventListener('pointerdown', onPress, true);
  return () => {
    removeEventListener('keydown', onKey, true);
    removeEventListener('pointerdown', onPress, true);
  };
}

/** Whether a key is one of somebody who writes on in a field that was taken from under their hands. */
export function writesOn({ timeStamp }: KeyboardEvent): boolean {
  return timeStamp - wroteAt < WRITES_ON_MS;
}

/** Whether this person has begun to write in the field that has the focus: no screen is put in its place by others. */
export function isWriting(): boolean {
  const field = document.activeElement;
  return (
    field !== null &&
    field.matches('input, textarea') &&
    field.matches(WRITES) &&
    (field as HTMLInputElement).value !== ''
  );
}
