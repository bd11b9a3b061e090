import { Fault, StoreUnavailable } from '../../application/ports/faults';

/** Primary result codes, https://www.sqlite.org/rescode.html; an extended code has more above its lowest byte. */
const BUSY = 5;
const LOCKED = 6;
const DAMAGED = 11;
const NOT_A_DATABASE = 26;

const UNAVAILABLE: Readonly<Record<number, string>> = {
  8: 'the database file is read-only',
  10: 'the disk answers with an error',
  [DAMAGED]: 'the database file is damaged',
  13: 'the disk is full',
  14: 'the database file or its folder cannot be read or written',
  23: 'access to the database file is denied',
  [NOT_A_DATABASE]: 'the file is not a database',
};

function resultCode(error: unknown): number | undefined {
  const raw = typeof error === 'object' && error && 'rawCode' in error ? error.rawCode : undefined;
  return typeof raw === 'number' ? raw & 0xff : undefined;
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === BUSY || code === LOCKED;
}

/** What does not mend by itself. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === DAMAGED || code === NOT_A_DATABASE;
}

/** What SQLite says is wrong with the file or its disk, in plain words; undefined: something else. */
export function troubleWithFile(error: unknown): string | undefined {
  const code = resultCode(error);
  return code === undefined ? undefined : UNAVAILABLE[code];
}

/** A fault of the store for what the driver threw; what is not about the file (a mistake in the program) stays as it is. */
export function sqliteFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  const trouble = troubleWithFile(error);
  return trouble === undefined ? error : new StoreUnavailable(trouble, error);
}
