import type { Role } from '@/domain/vocabulary';

/** The demo's people, by the name that its scripts call them. */
export const CAST = {
  ruth: { name: 'Ruth Adeyemi', role: 'host' },
  tom: { name: 'Tom Halloran', role: 'host' },
  marisol: { name: 'Marisol Vega', role: 'rep' },
  devon: { name: 'Devon Okafor', role: 'rep' },
  priya: { name: 'Priya Raman', role: 'rep' },
  jonas: { name: 'Jonas Lindqvist', role: 'rep' },
  sam: { name: 'Sam Whitaker', role: 'rep' },
  amara: { name: 'Amara Nwosu', role: 'rep' },
  ellen: { name: 'Ellen Marsh', role: 'observer' },
} as const satisfies Record<string, { name: string; role: Role }>;

export type Actor = keyof typeof CAST;
export const ACTORS = Object.keys(CAST) as Actor[];
export const REPS = ACTORS.filter((actor) => CAST[actor].role === 'rep');

/** Who is simulated in a living room. Ruth, Marisol and Ellen are left for whoever comes to look. */
export const SIMULATED = ['tom', 'devon', 'priya', 'jonas', 'sam', 'amara'] as const satisfies Actor[];

export function emailOf(actor: Actor): string {
  return `${actor}@coldline.example`;
}

export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  role: Role;
}

/** What scripts are told when the demo is ready. */
export interface Ready {
  url: string;
  labSlug: string;
  sessionId: string;
  accounts: DemoAccount[];
}
