import type { Desk } from './desk';

type Fed = Pick<Desk, 'accounts'>;

const names = ({ accounts = [] }: Fed, from: readonly string[]): boolean =>
  accounts.some((account) => from.includes(account));

const takesAll = ({ accounts = [] }: Fed): boolean => accounts.length === 0;

/** Whether what these accounts show may come to a desk. */
export const takes = (desk: Fed, from: readonly string[]): boolean => takesAll(desk) || names(desk, from);

/** The desk that what these accounts show comes to: of those that name one of them the first, else the first that takes all. */
export const takerOf = <D extends Fed>(desks: readonly D[], from: readonly string[]): D | undefined =>
  desks.find((desk) => names(desk, from)) ?? desks.find(takesAll);
