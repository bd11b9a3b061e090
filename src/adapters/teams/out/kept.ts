/** Answers that are asked for once and kept for a while; callers at the same time share one question. */
export interface Kept<T> {
  get(key: string, ask: () => Promise<T>): Promise<T>;
  /** What is kept, without asking; undefined also while or after a question fails. */
  peek(key: string): Promise<T | undefined>;
  /** Forgets all whose key is so; a question that is under way is answered, and asked anew the next time. */
  forget(is: (key: string) => boolean): void;
}

const MOST = 1000;

/** `keepMs`: how long, real time, by the answer. A failed question is never kept. */
export function createKept<T>(real: () => number, keepMs: (answer: T) => number): Kept<T> {
  const entries = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  const fresh = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.until > real() ? entry : undefined;
  };
  const settle = (key: string, answer: Promise<T>, until: number | undefined) => {
    if (entries.get(key)?.answer !== answer) return;
    if (until === undefined) entries.delete(key);
    else entries.set(key, { until, answer });
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
      entries.set(key, { until: Infinity, answer });
      makeRoom();
      answer.then(
        (value) => settle(key, answer, real() + keepMs(value)),
        () => settle(key, answer, undefined),
      );
      return answer;
    },
    forget: (is) => {
      for (const key of [...entries.keys()]) if (is(key)) entries.delete(key);
    },
    peek: async (key) => fresh(key)?.answer.catch(() => undefined),
  };
}
