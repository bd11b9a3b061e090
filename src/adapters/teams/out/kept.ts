/** Answers that are asked for once and kept for a while; callers at the same time share one question. */
export interface Kept<T> {
  get(key: string, ask: () => Promise<T>): Promise<T>;
  /** What is kept, without asking; undefined also while or after a question fails. */
  peek(key: string): Promise<T | undefined>;
}

const MOST = 1000;

/** `worthKeeping`: answers that are asked for again each time. A failed question is never kept. */
export function createKept<T>(
  real: () => number,
  keepMs: number,
  worthKeeping: (answer: T) => boolean = () => true,
): Kept<T> {
  const entries = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  const fresh = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.until > real() ? entry : undefined;
  };
  const forget = (key: string, answer: Promise<T>) => {
    if (entries.get(key)?.answer === answer) entries.delete(key);
  };
  const makeRoom = () => {
    const [oldest] = entries.keys();
    if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get(key, ask) {
      const known = fresh(key);
      if (known) return known.answer;
      const answer = ask();
      entries.delete(key);
      entries.set(key, { until: real() + keepMs, answer });
      makeRoom();
      answer.then(
        (value) => {
          if (!worthKeeping(value)) forget(key, answer);
        },
        () => forget(key, answer),
      );
      return answer;
    },
    peek: async (key) => fresh(key)?.answer.catch(() => undefined),
  };
}
