/**
 * Runs `work` for at most `limitMs` (real time) in all, with all that it calls; rejects with what `late` makes when the time is up.
 * The signal keeps work that is left behind from still sending something.
 */
export async function within<T>(
  limitMs: number,
  late: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(late());
      control.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([work(control.signal), over]);
  } finally {
    clearTimeout(timer);
  }
}
