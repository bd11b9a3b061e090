/** What is thrown here, and nothing else on purpose: a stable code, a cause for the log, never words for people. */
export type FaultCode =
  | 'store-busy'
  | 'store-unavailable'
  | 'store-cannot-open'
  | 'newer-document'
  | 'unreadable-document'
  | 'unavailable';

export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
  }
}

/** The store is held by another writer: the same call may succeed in a moment. */
export class StoreBusy extends Fault {
  constructor(cause?: unknown) {
    super('store-busy', 'the store is busy', cause);
  }
}

/** The store cannot be reached or written: disk full, read-only, server gone. */
export class StoreUnavailable extends Fault {
  constructor(why: string, cause?: unknown) {
    super('store-unavailable', `the store is unavailable: ${why}`, cause);
  }
}

/** At the start: the database cannot be opened, or is not ours. The process ends with code 74. */
export class StoreCannotOpen extends Fault {
  constructor(why: string, cause?: unknown) {
    super('store-cannot-open', why, cause);
  }
}

/** A newer program wrote this document in a shape that this one must not read. */
export class NewerDocument extends Fault {
  constructor(id: string, minReader: number) {
    super('newer-document', `document ${id} needs a program that knows schema ${String(minReader)}`);
  }
}

/** What is stored of this document cannot be read: it has been set aside, for admins to look at. */
export class UnreadableDocument extends Fault {
  constructor(id: string) {
    super('unreadable-document', `what is stored of document ${id} cannot be read; it has been set aside`);
  }
}

/** A service that the answer depends on does not answer now. */
export class Unavailable extends Fault {
  constructor(service: string, cause?: unknown) {
    super('unavailable', `${service} does not answer`, cause);
  }
}
