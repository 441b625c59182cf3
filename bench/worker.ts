import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a process of the bench can be asked to do. */
export type Tasks = { [name: string]: (input: never) => unknown };

interface Question {
  number: number;
  task: string;
  input: unknown;
}
interface Reply {
  number: number;
  result?: unknown;
  error?: string;
}

/** Answers questions from the process that started this one, and ends with it, however that ends. */
export function serveTasks(tasks: Tasks): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (question: Question) => void answer(tasks, question));
}

async function answer(tasks: Tasks, { number, task, input }: Question): Promise<void> {
  try {
    const result = await tasks[task]?.(input as never);
    process.send?.({ number, result } satisfies Reply);
  } catch (error) {
    process.send?.({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** A process of the bench's own, asked over a channel that is no part of what is measured. */
export class Worker<T extends Tasks> {
  readonly child: ChildProcess;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private asked = 0;

  constructor(file: string) {
    this.child = fork(file, { stdio: ['ignore', 2, 2, 'ipc'] });
    this.child.on('message', (reply: Reply) => {
      this.waiting.get(reply.number)?.(reply);
      this.waiting.delete(reply.number);
    });
    this.child.once('exit', (code, signal) => {
      const error = `A process of the bench ended early (${signal ?? code}).`;
      for (const [number, tell] of this.waiting) tell({ number, error });
    });
  }

  /** Has the process do a task; rejects with what went wrong in it. */
  async ask<K extends keyof T & string>(task: K, input: Parameters<T[K]>[0]): Promise<Awaited<ReturnType<T[K]>>> {
    const number = ++this.asked;
    const reply = new Promise<Reply>((resolve) => this.waiting.set(number, resolve));
    this.child.send({ number, task, input } satisfies Question);
    const { result, error } = await reply;
    if (error) throw new Error(error);
    return result as Awaited<ReturnType<T[K]>>;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
