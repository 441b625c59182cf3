import { setTimeout as pause } from 'node:timers/promises';
import type { Act, View } from './acts';
import { emailOf, SIMULATED, type Actor, type Ready } from './cast';
import { HostActs } from './host-acts';
import { repAct } from './rep-acts';
import { signIn } from './sign-in';
import { Voice } from './voice';

/** A human host who reloads the page is not gone. */
const HOST_GRACE_MS = 45_000;
/** With nobody watching for this long, the simulated people rest until somebody comes. */
const REST_AFTER_MS = 10 * 60_000;

const started = Date.now();
let voices: Voice[] = [];
let lastSpoken = 0;
let humanSeenAt = started;
let humanHostSeenAt = 0;

process.on('disconnect', () => process.exit(0));
process.on('message', (ready: Ready) => void begin(ready));

async function begin({ url, sessionId, accounts }: Ready): Promise<void> {
  voices = await Promise.all(
    SIMULATED.map(async (actor) => {
      const email = emailOf(actor);
      const password = accounts.find((account) => account.email === email)?.password ?? '';
      return new Voice(actor, url, await signIn(url, email, password), sessionId);
    }),
  );
  await Promise.all(voices.map(live));
}

async function live(voice: Voice): Promise<void> {
  const host = voice.you?.role === 'host' || voice.actor === 'tom' ? new HostActs() : undefined;
  for (;;) {
    await pause(1500 + Math.random() * 4000);
    if (!voice.free) continue;
    look(voice);
    if (Date.now() - humanSeenAt > REST_AFTER_MS) continue;
    const view = viewOf(voice.actor, voice);
    if (!host) await perform(voice, repAct(view), view);
    else if (Date.now() - humanHostSeenAt > HOST_GRACE_MS) await perform(voice, host.next(view), view);
  }
}

/** Notes whether people of flesh and blood are in the room. */
function look({ here }: Voice): void {
  const simulated = simulatedIds();
  for (const { id, role } of here.values()) {
    if (simulated.has(id)) continue;
    humanSeenAt = Date.now();
    if (role === 'host') humanHostSeenAt = Date.now();
  }
}

async function perform(voice: Voice, act: Act | undefined, { state }: View): Promise<void> {
  if (!act) return;
  if (act.words) {
    // One speaks at a time, and later ones take longer to find their words; an answer is not kept waiting.
    const spoken = state.turn?.contributions.length ?? 0;
    const answers = state.turn?.repId === voice.id;
    if (!answers && Date.now() - lastSpoken < 5000 + spoken * 350) return;
    lastSpoken = Date.now();
    await voice.write(act.words);
    if (!voice.free) return;
  }
  await voice.send(act.type, act.data);
}

function viewOf(actor: Actor, { id, state, here }: Voice): View {
  return {
    actor,
    id,
    state,
    here: new Set(here.keys()),
    simulated: simulatedIds(),
    now: Date.now(),
    random: Math.random,
  };
}

function simulatedIds(): ReadonlySet<string> {
  return new Set(voices.map(({ id }) => id));
}
