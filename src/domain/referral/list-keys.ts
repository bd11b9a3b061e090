import { lackedBy } from '../deal/figures';
import type { Current } from '../record/current';
import { tabKeys } from '../record/tabs';

/** Accepted deals that lack this field, by its label. */
export const lackKey = (label: string): string => `lacks/${label}`;

/** What lists find it by: of what is open its tab, of what is worked on what its deal lacks. */
export const listKeys = ({ stage, kind, deal }: Current): string[] => [
  ...(stage === 'archived' ? [] : tabKeys(kind)),
  ...(stage === 'accepted' ? lackedBy(deal).map(lackKey) : []),
];
