import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  child: ChildProcess;
  /** What it has written so far, to either stream. */
  output: () => string;
  /** Resolves when `text` has been written; rejects when the program ends first. */
  says: (text: string) => Promise<void>;
  /** Sends a signal, and resolves to the exit code once it is gone (null: by the signal). */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  exited: Promise<number | null>;
}

/** Runs a TypeScript file as a process of its own. */
export function runTypeScript(
  file: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
): Program {
  return runNode(['--import', 'tsx', file, ...args], env);
}

/** Runs Node with these arguments, keeping what it writes. */
export function runNode(args: string[], env: Record<string, string | undefined> = {}): Program {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output: () => output,
    exited,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!output.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void exited.then((code) => reject(new Error(`Ended with ${code} before it said "${text}":\n${output}`)));
      }),
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
