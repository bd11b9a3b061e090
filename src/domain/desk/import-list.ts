/** The id of the list of what an account had in Partner Center before the desk knew it. */
export const importList = (account: string): string => `${PREFIX}${account}`;

const PREFIX = 'import/';

/** Whose import a list is of; undefined: it is one of what came later. */
export const importedFrom = (list: string | undefined): string | undefined =>
  list?.startsWith(PREFIX) ? list.slice(PREFIX.length) : undefined;

/** So few are cards, as if they came now. */
export const MOST_IMPORTED_CARDS = 3;
