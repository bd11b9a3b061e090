import { MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { Fault, StoreBusy, StoreUnavailable } from '../../application/ports/faults';

/** Server error codes: https://www.mongodb.com/docs/manual/reference/error-codes/ */
const DUPLICATE_KEY = 11_000;
const WRITE_CONFLICT = 112;
const REFUSED: Readonly<Record<number, string>> = {
  13: 'the database server does not let this user do that',
  18: 'the database server refuses the user or the password',
  64: 'the database servers do not confirm in time',
  8000: 'the database server refuses the user or the password',
  14031: "the database server's disk is full",
};

export const isDuplicateCode = (code: unknown): boolean => code === DUPLICATE_KEY;

export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && isDuplicateCode(error.code);

/** What the driver's error means, in plain words without an address or a password; undefined: not the driver's. */
export function troubleWithServer(error: unknown): string | undefined {
  if (error instanceof MongoServerError) {
    return REFUSED[Number(error.code)] ?? 'the database server answers with an error';
  }
  if (error instanceof MongoServerSelectionError)
    return 'no database server that takes writes can be reached';
  if (error instanceof MongoNetworkError) return 'the connection to the database server is lost';
  return error instanceof MongoError ? 'the database server cannot be used' : undefined;
}

/** A fault of the store for what the driver threw; a mistake in the program stays as it is. */
export function mongoFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  if (error instanceof MongoServerError && error.code === WRITE_CONFLICT) return new StoreBusy(error);
  const trouble = troubleWithServer(error);
  return trouble === undefined ? error : new StoreUnavailable(trouble, error);
}
