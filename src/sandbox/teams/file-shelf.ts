import { randomUUID } from 'node:crypto';
import type { Records } from '../../application/ports/store';

/** A file in somebody's OneDrive, as far as a bot comes near it. */
export interface ShelvedFile {
  readonly id: string;
  readonly name: string;
  readonly base64: string;
}

const TABLE = 'teams-files';

/** The files that people have sent, or taken from the bot. */
export class FileShelf {
  readonly #files = new Map<string, ShelvedFile>();
  readonly #promised = new Map<string, string>();

  constructor(private readonly records: Records) {}

  async load(): Promise<void> {
    for (const { key, value } of await this.records.all(TABLE))
      this.#files.set(key, JSON.parse(value) as ShelvedFile);
  }

  async put(name: string, base64: string, id: string = randomUUID()): Promise<ShelvedFile> {
    const file = { id, name, base64 };
    this.#files.set(id, file);
    await this.records.put(TABLE, id, JSON.stringify(file));
    return file;
  }

  /** An upload session: under which name what comes there is to lie. */
  promise(name: string): string {
    const id = randomUUID();
    this.#promised.set(id, name);
    return id;
  }

  promised(id: string): string | undefined {
    return this.#promised.get(id);
  }

  get(id: string): ShelvedFile | undefined {
    return this.#files.get(id);
  }
}
