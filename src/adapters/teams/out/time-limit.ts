import { NoAnswer, TIME_OUT } from './no-delivery';

/**
 * Runs `work` for at most `limitMs` in all, its sign-in and all its calls together; rejects with `NoAnswer` then. The signal keeps
 * work that is left behind from still sending something.
 */
export async function within<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(TIME_OUT));
      control.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([work(control.signal), over]);
  } finally {
    clearTimeout(timer);
  }
}
