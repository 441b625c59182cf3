import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeNote } from '@/app/notes/actions';
import { keptText } from '@/app/notes/kept-text';
import { NoteKeeper } from '@/app/notes/note-keeper';
import { LONGEST_NOTE, type Note, type NoteAnswer } from '@/domain/notes';

vi.mock('@/app/current-person', () => ({
  currentPerson: async () => ({ id: '018f2b1c-8a00-7000-8000-000000000001' }),
}));

class Device {
  readonly held = new Map<string, string>();
  getItem = (key: string) => this.held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.held.set(key, value);
  removeItem = (key: string) => void this.held.delete(key);
}

/** The lab's side of it: as db/notes keeps it. */
class Lab {
  note: Note = { body: '', version: 0 };
  away = false;
  /** How often it was sent something. */
  asked = 0;
  /** Whether its writer is a member still. */
  member = true;
  send = async (body: string, base: number): Promise<NoteAnswer | undefined> => {
    this.asked++;
    if (this.away) throw new Error('away');
    if (body.length > LONGEST_NOTE) return 'too_long';
    if (!this.member) return undefined;
    if (base !== this.note.version) return { changed: this.note };
    this.note = { body, version: base + 1 };
    return { kept: this.note.version };
  };
}

const open = (lab: Lab, storage = new Device()) =>
  new NoteKeeper({ key: 'n', initial: lab.note, send: lab.send, storage });
const aWhile = () => vi.advanceTimersByTimeAsync(30_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a note that is being written', () => {
  test('is kept again and again, each time over its own last version', async () => {
    const lab = new Lab();
    const tab = open(lab);
    for (const body of ['One.', 'One. Two.', 'One. Two. Three.']) {
      tab.write(body);
      await aWhile();
    }
    expect(lab.note).toEqual({ body: 'One. Two. Three.', version: 3 });
    expect(tab.state()).toEqual({
      body: 'One. Two. Three.',
      kept: 'kept',
      left: false,
      tooLong: false,
      elsewhere: undefined,
    });
  });

  test('that the lab could not take outlives a reload, and goes there when it is back', async () => {
    const [lab, device] = [new Lab(), new Device()];
    lab.away = true;
    const tab = open(lab, device);
    tab.write('Offline.');
    await aWhile();
    expect(tab.state().kept).toBe('local');
    tab.stop();
    lab.away = false;
    const again = open(lab, device);
    expect(again.state().body).toBe('Offline.');
    await aWhile();
    expect(lab.note.body).toBe('Offline.');
  });

  test('of one who is no longer in the lab is told from one that the lab could not be reached for', async () => {
    const lab = new Lab();
    const tab = open(lab);
    lab.away = true;
    tab.write('Offline.');
    await aWhile();
    expect(keptText(tab.state())).toBe('Kept on this device; the lab can’t be reached just now.');
    lab.away = false;
    lab.member = false;
    await aWhile();
    expect(keptText(tab.state())).toBe('Kept on this device alone; you are no longer in this lab.');
    lab.away = true;
    await aWhile();
    expect(tab.state()).toMatchObject({ body: 'Offline.', kept: 'local', left: true });
    lab.away = false;
    lab.member = true;
    await aWhile();
    expect(keptText(tab.state())).toBe('Kept. Only you ever read this.');
    expect(lab.note.body).toBe('Offline.');
  });

  test('in two tabs is never overwritten: the second is told, and can keep both', async () => {
    const lab = new Lab();
    const [one, two] = [open(lab), open(lab)];
    one.write('From one.');
    await aWhile();
    two.write('From two.');
    await aWhile();
    expect(lab.note.body).toBe('From one.');
    expect(two.state()).toMatchObject({ body: 'From two.', elsewhere: { body: 'From one.', version: 1 } });
    two.keepBoth();
    await aWhile();
    expect(lab.note.body).toBe('From one.\n\nFrom two.');
    expect(two.state()).toMatchObject({ kept: 'kept', elsewhere: undefined });
  });

  test('that is too long with both texts in it says so, is not sent again as it is, and is kept once it is shorter', async () => {
    const lab = new Lab();
    const [one, two] = [open(lab), open(lab)];
    const long = 'x'.repeat(LONGEST_NOTE - 1);
    one.write(long);
    await aWhile();
    two.write('From two.');
    await aWhile();
    two.keepBoth();
    await aWhile();
    const asked = lab.asked;
    await aWhile();
    expect(lab.asked).toBe(asked);
    expect(keptText(two.state())).toBe('Kept on this device alone: it is too long for a note, shorten it.');
    expect(two.state()).toMatchObject({ body: `${long}\n\nFrom two.`, left: false });
    const subject = { session: '018f2b1c-8a00-7000-8000-000000000002' };
    expect(await writeNote(subject, two.state().body, 1)).toBe('too_long');
    two.write('From two.');
    await aWhile();
    expect(keptText(two.state())).toBe('Kept. Only you ever read this.');
    expect(lab.note.body).toBe('From two.');
  });

  test('in two tabs can give way to the other', async () => {
    const lab = new Lab();
    const [one, two] = [open(lab), open(lab)];
    one.write('From one.');
    await aWhile();
    two.write('From two.');
    await aWhile();
    two.takeOther();
    await aWhile();
    expect(two.state()).toMatchObject({ body: 'From one.', elsewhere: undefined });
    expect(lab.note.body).toBe('From one.');
  });

  test('takes up newer words on the way back to it, but never over words of its own', async () => {
    const lab = new Lab();
    const [one, two] = [open(lab), open(lab)];
    one.write('Newer.');
    await aWhile();
    two.refresh(lab.note);
    expect(two.state().body).toBe('Newer.');
    two.write('Newer, and more.');
    two.refresh({ body: 'Newer still.', version: 9 });
    expect(two.state().body).toBe('Newer, and more.');
  });

  test('that was written offline over an older version is told so, with both texts there', async () => {
    const [lab, device] = [new Lab(), new Device()];
    const tab = open(lab, device);
    lab.away = true;
    tab.write('Offline.');
    await aWhile();
    tab.stop();
    lab.away = false;
    lab.note = { body: 'From the phone.', version: 4 };
    const again = open(lab, device);
    await aWhile();
    expect(again.state()).toMatchObject({ body: 'Offline.', elsewhere: { body: 'From the phone.' } });
    expect(lab.note.body).toBe('From the phone.');
  });
});
