'use client';

import { Dialog } from '@/ui/dialog';
import { SwitchField } from '@/ui/toggles';
import { Kbd } from '@/ui/words';
import type { RoomView } from '../connection/room-view';
import { useRoom } from '../connection/use-room';
import { isHost, onSeat, roleOf } from '../select';
import { ALWAYS, keyLabel, SHORTCUTS, type ShortcutGroup } from './shortcut-table';
import { useShortcutsSwitch } from './shortcuts-switch';

const GROUPS: readonly { group: ShortcutGroup; title: string; shown: (view: RoomView) => boolean }[] = [
  { group: 'turn', title: 'The turn', shown: isHost },
  { group: 'session', title: 'The session', shown: isHost },
  { group: 'room', title: 'The room', shown: () => true },
  { group: 'words', title: 'What you say', shown: (view) => roleOf(view) !== 'observer' },
  { group: 'seat', title: 'On the hot seat', shown: onSeat },
];

/** The keys and what they do, as the table has them. */
export function ShortcutsDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const [on, turn] = useShortcutsSwitch();
  return (
    <Dialog open onOpenChange={onOpenChange} broad title="Keyboard">
      <div className="columns-1 gap-9 md:columns-2">
        {GROUPS.map(({ group, title, shown }) => (
          <KeyGroup key={group} group={group} title={title} shown={shown} />
        ))}
        <KeyList title="In every field" keys={ALWAYS} />
      </div>
      <div className="mt-4">
        <SwitchField
          label="Single keys"
          detail="Off, only Ctrl Enter, Alt and Escape act. Kept on this device."
          checked={on}
          onChange={(event) => turn(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

function KeyGroup({ group, title, shown }: (typeof GROUPS)[number]) {
  const has = useRoom(shown);
  const keys = Object.values(SHORTCUTS).flatMap((one) =>
    one.group === group ? [{ keys: [keyLabel(one.key)], does: one.does }] : [],
  );
  return has ? <KeyList title={title} keys={keys} /> : null;
}

function KeyList({ title, keys }: { title: string; keys: typeof ALWAYS }) {
  return (
    <section className="break-inside-avoid pt-4">
      <h3 className="label">{title}</h3>
      <dl className="shortcuts mt-1">
        {keys.map(({ keys: names, does }) => (
          <div key={does}>
            <dt className="row gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
