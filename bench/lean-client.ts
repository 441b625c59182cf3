import { WebSocket } from 'ws';

const SEQ = '"seq":';

export interface Ack {
  ok: boolean;
  seq?: number;
  error?: unknown;
}

/**
 * A Socket.IO client reduced to what the bench counts, so that the servers are measured and not the clients: it speaks
 * Engine.IO 4 over one WebSocket, and reads from a welcome and from each frame of events only where they stand.
 */
export class LeanClient {
  /** The last event that has arrived, or the one named by `welcome`. */
  seq = 0;
  onEvents: (before: number, seq: number) => void = () => undefined;
  private socket: WebSocket | undefined;
  private readonly acks = new Map<number, (ack: unknown) => void>();
  private nextAck = 0;

  /** `cookie` is the whole header; the sign-in of ours, nothing for bare. */
  constructor(
    private readonly port: number,
    private readonly sessionId: string,
    private readonly cookie: string,
  ) {}

  /** Connects; resolves at `welcome`, or for bare, which has none, when the namespace is joined. */
  connect(needsWelcome: boolean, since?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${this.port}/socket.io/?EIO=4&transport=websocket`, {
        headers: this.cookie ? { cookie: this.cookie } : {},
        perMessageDeflate: false,
        skipUTF8Validation: true,
      });
      this.socket = socket;
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The server closed the connection.')));
      socket.on('message', (frame: Buffer) => {
        switch (frame[0]) {
          case 0x30: // 0: open
            socket.send(`40/live,${JSON.stringify({ sessionId: this.sessionId, since })}`);
            break;
          case 0x32: // 2: ping
            socket.send('3');
            break;
          case 0x34: // 4: message
            this.hear(frame, needsWelcome ? 'welcome' : 'join', resolve, reject);
        }
      });
    });
  }

  /** Sends a command; resolves to its ack. */
  command(command: { id: string; type: string; data: unknown }): Promise<Ack> {
    return this.ask('command', command) as Promise<Ack>;
  }

  /** Cuts the connection without a goodbye. */
  cut(): void {
    this.socket?.removeAllListeners();
    this.socket?.on('error', () => undefined);
    this.socket?.terminate();
    this.socket = undefined;
  }

  private ask(name: string, payload: unknown): Promise<unknown> {
    const number = this.nextAck++;
    const ack = new Promise<unknown>((resolve) => this.acks.set(number, resolve));
    this.socket?.send(`42/live,${number}${JSON.stringify([name, payload])}`);
    return ack;
  }

  private hear(frame: Buffer, until: 'welcome' | 'join', resolve: () => void, reject: (error: Error) => void): void {
    // 0: joined, 2: an event, 3: an ack, 4: refused; then "/live,".
    switch (frame[1]) {
      case 0x30:
        if (until === 'join') resolve();
        break;
      case 0x32:
        if (frame.toString('latin1', 8, 17) === '["events"') this.hearEvents(frame);
        else if (frame.toString('latin1', 8, 18) === '["welcome"') {
          this.seq = numberAt(frame, frame.indexOf(SEQ) + SEQ.length);
          resolve();
        }
        break;
      case 0x33: {
        const text = frame.toString('utf8', 8);
        const body = text.indexOf('[');
        const number = Number(text.slice(0, body));
        this.acks.get(number)?.((JSON.parse(text.slice(body)) as [unknown])[0]);
        this.acks.delete(number);
        break;
      }
      case 0x34:
        reject(new Error(`Refused: ${frame.toString('utf8', 8)}`));
    }
  }

  private hearEvents(frame: Buffer): void {
    // A quote inside a text is escaped, so the name can't be found in one; events are ascending.
    const first = numberAt(frame, frame.indexOf(SEQ) + SEQ.length);
    const last = numberAt(frame, frame.lastIndexOf(SEQ) + SEQ.length);
    const before = this.seq;
    if (first > before + 1) throw new Error(`A client has ${before} and was sent ${first}.`);
    this.seq = last;
    this.onEvents(before, last);
  }
}

/** Waits for an ack; throws a refusal. */
export async function acknowledged(ack: Promise<Ack>): Promise<number> {
  const { ok, seq, error } = await ack;
  if (!ok) throw new Error(`A command was refused: ${JSON.stringify(error)}`);
  return seq ?? 0;
}

function numberAt(frame: Buffer, at: number): number {
  let value = 0;
  for (let i = at, digit = frame[i] ?? 0; digit >= 0x30 && digit <= 0x39; digit = frame[++i] ?? 0) {
    value = value * 10 + digit - 0x30;
  }
  return value;
}
