'use server';

import { revalidatePath } from 'next/cache';
import { typedIn, type FormState } from '@/app/form-state';
import { allowed, ifStillHost } from '@/app/labs/allowed';
import { siteOrigin } from '@/app/site-origin';
import { invitePeople, standingsIn } from '@/db/invite-people';
import type { Membership } from '@/db/labs';
import { LIST_TOO_LARGE, MOST_LIST_BYTES, STANDING_WORDS, withStandings, type ListLine } from '@/domain/member-list';
import { face } from '@/server/face';
import { readCsv, textOf } from './read-csv';

const INVITED_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

export interface Preview {
  fileName: string;
  /** The list itself: it is read again when its people are invited. */
  text: string;
  lines: ListLine[];
}

/** A line, and their link where they were invited. */
export type InvitedLine = ListLine & { link?: string };

/** What came of a list. */
export interface Invited {
  text: string;
  lines: InvitedLine[];
}

/** Reads a list that a host chose, and says of each line whether it is ready; nothing is stored or sent. */
export async function readMemberList(_: FormState<Preview>, form: FormData): Promise<FormState<Preview>> {
  const asked = await allowed(typedIn(form).slug ?? '', 'member.invite');
  if (asked.refused !== undefined) return { message: asked.refused };
  const file = form.get('list');
  if (!(file instanceof File) || file.size === 0) return { errors: { list: 'Choose a file that is not empty.' } };
  if (file.size > MOST_LIST_BYTES) return { errors: { list: LIST_TOO_LARGE } };
  const text = textOf(await file.arrayBuffer());
  const read = await readIn(asked.membership, text);
  if ('refused' in read) return { errors: { list: read.refused } };
  return { done: { fileName: file.name.slice(0, 100), text, lines: read.lines } };
}

/** Invites whoever is ready on the list, and says line by line what came of it. */
export async function inviteList(_: FormState<Invited>, form: FormData): Promise<FormState<Invited>> {
  const { slug = '', text = '' } = typedIn(form);
  const asked = await allowed(slug, 'member.invite');
  if (asked.refused !== undefined) return { message: asked.refused };
  const read = await readIn(asked.membership, text);
  if ('refused' in read) return { message: read.refused };
  const ready = read.lines.filter(({ problems }) => problems.length === 0);
  const expiresAt = new Date(Date.now() + INVITED_DAYS * DAY_MS);
  const links = await ifStillHost(invitePeople(asked.membership, ready, expiresAt));
  if (links.refused !== undefined) return { message: links.refused };
  face().mail.look();
  revalidatePath(`/labs/${slug}/members`);
  const origin = await siteOrigin();
  const became = new Map(links.made.map((one) => [one.email, one]));
  const lines = read.lines.map((line) => {
    const one = line.problems.length === 0 ? became.get(line.email) : undefined;
    if (one?.token) return { ...line, link: `${origin}/invite/${one.token}` };
    return one?.standing ? { ...line, problems: [STANDING_WORDS[one.standing]] } : line;
  });
  return { done: { text, lines } };
}

async function readIn({ lab }: Membership, text: string) {
  const read = readCsv(text);
  if ('refused' in read) return read;
  const standings = await standingsIn(
    lab.id,
    read.lines.map(({ email }) => email),
  );
  return { lines: withStandings(read.lines, standings) };
}
