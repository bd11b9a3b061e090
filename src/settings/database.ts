import { Secret } from './secret';

/** Where the documents are kept. */
export type Database =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'mongodb'; readonly url: Secret };

/** `url`: as DATABASE_URL has it. */
export const databaseOf = (url: string): Database =>
  url.startsWith('sqlite:')
    ? { kind: 'sqlite', path: url.slice('sqlite:'.length) }
    : { kind: 'mongodb', url: new Secret(url) };
