import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export interface Process {
  readonly url: string;
  /** All that it printed so far. */
  output(): string;
  /** Ends it and resolves with its exit code, or the signal's name. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string>;
}

const ROOT = path.join(__dirname, '../..');

/** The program as a process of its own, as README starts it. Rejects with its words when it does not start. */
export async function startProcess(env: Record<string, string>): Promise<Process> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const ended = endOf(child);
  const url = await Promise.race([
    listening(child, printed),
    ended.then((code) => Promise.reject(new Error(`ended with ${String(code)}: ${printed.join('')}`))),
  ]);
  return {
    url,
    output: () => printed.join(''),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts it expecting that it ends by itself; `as`: the user that it has become before it looks at its settings. */
export async function runToEnd(
  env: Record<string, string>,
  as?: number,
): Promise<{ code: number | string; output: string }> {
  const child = spawn(process.execPath, as === undefined ? ['scripts/start.mjs'] : ['-e', becoming(as)], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return { code: await endOf(child), output: printed.join('') };
}

/** Its files are read before: the user may have no way into the folder that the program is in. */
const becoming = (user: number): string =>
  `const { run } = require('./dist/main.js'); process.setgid(${user}); process.setuid(${user}); void run();`;

const endOf = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) =>
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    }),
  );

function listening(child: ChildProcess, printed: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const url = /listening on (http:\/\/\S+)/.exec(printed.join(''))?.[1];
      if (url) resolve(url);
    });
  });
}

/** Looks again and again until it holds; for what another process does by itself. Fails after `limitMs` of real time. */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
  limitMs = 20_000,
): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
