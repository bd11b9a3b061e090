import { READ_WITH } from './set-aside';
import type { Session } from './session';
import type { StoredDocument } from './stored-document';

export type Stored = Pick<StoredDocument, '_id' | 'kind' | 'id' | 'body' | 'escaped' | 'minReader'>;

/** Few enough that one answer holds them all. */
const MOST = 50;
const PROJECTION = { ...READ_WITH, minReader: 1 } as const;

interface Waiting {
  readonly resolve: (stored: Stored | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads of single documents. A command costs this process and the server more than what it reads, so all that is asked
 * for in one turn of the event loop is one command. It is sent after it was asked for: what is written then is seen.
 */
export class GatheredReads {
  #waiting = new Map<string, Waiting[]>();

  constructor(private readonly session: Session) {}

  /** Undefined: it is not there. Throws as `Session.ask` does. */
  read(id: string): Promise<Stored | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) setImmediate(() => void this.#send());
      const others = this.#waiting.get(id);
      if (others) others.push({ resolve, reject });
      else this.#waiting.set(id, [{ resolve, reject }]);
    });
  }

  async #send(): Promise<void> {
    const all = [...this.#waiting];
    this.#waiting = new Map();
    const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) =>
      all.slice(at * MOST, (at + 1) * MOST),
    );
    await Promise.all(parts.map((part) => this.#ask(new Map(part))));
  }

  async #ask(asked: ReadonlyMap<string, readonly Waiting[]>): Promise<void> {
    try {
      const found = await this.session.ask(() =>
        this.session.documents
          .find({ _id: { $in: [...asked.keys()] } }, { projection: PROJECTION })
          .toArray(),
      );
      const byId = new Map<string, Stored>(found.map((stored) => [stored._id, stored]));
      for (const [id, waiting] of asked) for (const { resolve } of waiting) resolve(byId.get(id));
    } catch (error) {
      for (const waiting of asked.values()) for (const { reject } of waiting) reject(error);
    }
  }
}
