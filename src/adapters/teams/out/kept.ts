import { LRUCache } from 'lru-cache';

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
  const answers = new LRUCache<string, Promise<T>>({ max: MOST, ttlResolution: 0, perf: { now: real } });
  const isNow = (key: string, answer: Promise<T>): boolean => answers.peek(key) === answer;
  return {
    get(key, ask) {
      const known = answers.get(key);
      if (known) return known;
      const answer = ask();
      answers.set(key, answer);
      answer.then(
        (value) => {
          const ttl = keepMs(value);
          if (!isNow(key, answer)) return;
          if (ttl > 0) answers.set(key, answer, { ttl });
          else answers.delete(key);
        },
        () => isNow(key, answer) && answers.delete(key),
      );
      return answer;
    },
    forget(is) {
      for (const key of [...answers.keys()]) if (is(key)) answers.delete(key);
    },
    peek: async (key) => answers.peek(key)?.catch(() => undefined),
  };
}
