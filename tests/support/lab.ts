import { v7 as newId } from 'uuid';
import { sqlClient } from '@/db/connection';
import { DEFAULT_SETTINGS } from '@/domain/session';
import type { Role } from '@/domain/vocabulary';

export interface TestPerson {
  id: string;
  name: string;
  role: Role;
}

/** A lab with people and one session, straight in the tables. */
export interface TestLab {
  labId: string;
  sessionId: string;
  hosts: TestPerson[];
  reps: TestPerson[];
  observers: TestPerson[];
}

const NAMES = ['Ruth', 'Amos', 'Noor', 'Piet', 'Chidi', 'Ines', 'Theo', 'Vera', 'Sam', 'Lena', 'Otto', 'Mira'];

/** Makes a lab with these many people, all of whom have agreed to the pledge, and a session that starts about now. */
export async function makeLab(
  counts: { hosts?: number; reps?: number; observers?: number } = {},
  options: { public?: boolean; strict?: boolean } = {},
): Promise<TestLab> {
  const sql = sqlClient();
  const labId = newId();
  const { phaseSeconds } = DEFAULT_SETTINGS;
  const settings = JSON.stringify({ phaseSeconds, strict: options.strict ?? true });
  await sql`
    insert into labs (id, slug, name, time_zone, settings, pledge, public)
    values (${labId}, ${labId}, 'Edgework', 'Europe/Berlin', ${settings}::text::jsonb, 'Stays here.',
      ${options.public ?? false})`;
  const people = { hosts: counts.hosts ?? 2, reps: counts.reps ?? 3, observers: counts.observers ?? 1 };
  const make = (role: Role, count: number) => Promise.all(Array.from({ length: count }, () => addPerson(labId, role)));
  const [hosts, reps, observers] = await Promise.all([
    make('host', people.hosts),
    make('rep', people.reps),
    make('observer', people.observers),
  ]);
  const sessionId = await addSession(labId, 1);
  return { labId, sessionId, hosts, reps, observers };
}

let made = 0;

export async function addPerson(labId: string, role: Role, pledged = true): Promise<TestPerson> {
  const person = await addOutsider();
  const at = pledged ? new Date().toISOString() : null;
  await sqlClient()`
    insert into members (lab_id, user_id, role, pledged_at)
    values (${labId}, ${person.id}, ${role}, ${at}::text::timestamptz)`;
  return { ...person, role };
}

/** Somebody with an account who is in no lab. */
export async function addOutsider(): Promise<TestPerson> {
  const id = newId();
  const name = `${NAMES[made % NAMES.length]} ${(made += 1)}`;
  await sqlClient()`insert into users (id, email, name) values (${id}, ${`${id}@example.com`}, ${name})`;
  return { id, name, role: 'observer' };
}

export async function addSession(labId: string, number: number, startsAt = new Date()): Promise<string> {
  const id = newId();
  await sqlClient()`
    insert into sessions (id, lab_id, number, starts_at, duration_minutes)
    values (${id}, ${labId}, ${number}, ${startsAt.toISOString()}::text::timestamptz, 90)`;
  return id;
}
