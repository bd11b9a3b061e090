import fs, { type FileHandle } from 'node:fs/promises';

export interface Syncs {
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** SQLite's log beside the database `file`; opened when it is first needed, as it is there only after a write. */
export function walOf(file: string): Syncs {
  let handle: Promise<FileHandle> | undefined;
  return {
    sync: async () => {
      handle ??= fs.open(`${file}-wal`, 'r+');
      await (await handle).datasync();
    },
    close: async () => (await handle)?.close(),
  };
}

/**
 * Makes what has been committed last. SQLite commits without waiting for the disk (`synchronous = NORMAL`), as a
 * wait inside it would stop the whole process; here one `fdatasync` of its log, off the event loop, is for all who
 * wait. Nothing is acknowledged before.
 */
export class WalSync {
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(private readonly sync: () => Promise<void>) {}

  /** Resolves when a sync has ended that began after this call. */
  lasting(): Promise<void> {
    this.#next ??= this.#after(this.#running);
    return this.#next;
  }

  async #after(running: Promise<void>): Promise<void> {
    await running.catch(() => undefined);
    this.#next = undefined;
    this.#running = this.sync();
    return this.#running;
  }
}
