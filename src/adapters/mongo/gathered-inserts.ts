import { MongoBulkWriteError, type WriteError } from 'mongodb';
import { isDuplicate, isDuplicateCode, mongoFault } from './mongo-faults';
import type { Session } from './session';
import type { StoredDocument } from './stored-document';

interface Waiting {
  readonly stored: StoredDocument;
  readonly resolve: (inserted: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Whether each of them is in the database now; an error where nobody knows. */
type Inserted = readonly (boolean | { readonly error: unknown })[];

/**
 * Inserts of single documents. All that come in one turn of the event loop are one command, and of each the server says
 * whether its id was free. (It says no such thing of updates.)
 */
export class GatheredInserts {
  #waiting: Waiting[] = [];

  constructor(private readonly session: Session) {}

  /** False: that id is there already. Throws as `Session.ask` does. */
  insert(stored: StoredDocument): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => void this.#send());
      this.#waiting.push({ stored, resolve, reject });
    });
  }

  async #send(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    try {
      const inserted = await this.session.ask(() => this.#insert(all.map(({ stored }) => stored)));
      for (const [at, { resolve, reject }] of all.entries()) {
        const one = inserted[at] ?? false;
        if (typeof one === 'boolean') resolve(one);
        else reject(mongoFault(one.error));
      }
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  async #insert(all: readonly StoredDocument[]): Promise<Inserted> {
    const [first] = all;
    try {
      if (first && all.length === 1) await this.session.documents.insertOne(first);
      else await this.session.documents.insertMany(all, { ordered: false });
      return all.map(() => true);
    } catch (error) {
      if (all.length === 1 && isDuplicate(error)) return [false];
      return outcomes(all, error);
    }
  }
}

/** Unordered, the server goes on after each that it refuses, and names them. Throws when that is not all that went wrong. */
function outcomes(all: readonly StoredDocument[], error: unknown): Inserted {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
  const refused = new Map([error.writeErrors].flat().map((one: WriteError) => [one.index, one]));
  if (refused.size === 0) throw error;
  return all.map((_, at) => {
    const one = refused.get(at);
    if (!one) return true;
    return isDuplicateCode(one.code) ? false : { error };
  });
}
