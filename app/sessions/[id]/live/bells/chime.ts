import type { Bell } from './bells';

/** Pitches in Hz and when each begins in seconds: one soft tone for the last minute, two falling ones for the end. */
const TONES: Record<Bell, readonly [pitch: number, at: number][]> = {
  minute: [[659.26, 0]],
  over: [
    [659.26, 0],
    [493.88, 0.35],
  ],
};
const RISE_S = 0.02;
const FADE_S = 1.4;
/** The loudest that a tone becomes, of what the device can give. */
const LOUDEST = 0.4;
const SILENT = 0.0001;

let context: AudioContext | undefined;

/**
 * Plays a bell; `volume` is 0 to 100. A browser lets a page be heard only after its visitor has touched it: before that,
 * or where there is no sound at all, nothing happens.
 */
export async function chime(bell: Bell, volume: number): Promise<void> {
  if (volume <= 0 || !navigator.userActivation?.hasBeenActive || !('AudioContext' in window)) return;
  context ??= new AudioContext();
  const { destination } = context;
  await context.resume();
  const now = context.currentTime;
  for (const [pitch, at] of TONES[bell]) {
    const tone = new OscillatorNode(context, { frequency: pitch });
    const loudness = new GainNode(context, { gain: SILENT });
    loudness.gain.setValueAtTime(SILENT, now + at);
    loudness.gain.exponentialRampToValueAtTime((LOUDEST * volume) / 100, now + at + RISE_S);
    loudness.gain.exponentialRampToValueAtTime(SILENT, now + at + FADE_S);
    tone.connect(loudness).connect(destination);
    tone.start(now + at);
    tone.stop(now + at + FADE_S);
  }
}
