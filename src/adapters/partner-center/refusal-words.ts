import { AuthError } from '@azure/msal-node';

const AADSTS = /\bAADSTS\d{1,9}\b/;
const CODE = /^[a-z_]{1,60}$/;

/** By its codes alone: the library's message is Microsoft's, which may quote names and codes. */
function refusalWords(error: unknown): unknown {
  if (!(error instanceof AuthError)) return error;
  const codes = [CODE.exec(error.errorCode)?.[0], AADSTS.exec(error.message)?.[0]];
  const known = codes.filter((code) => code !== undefined);
  return new Error(known.length === 0 ? 'it gave no reason' : known.join(', '), { cause: error });
}

/** A sign-in, or what it was refused with in few words, that may be shown and logged. */
export const inRefusalWords = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw refusalWords(error);
  });
