import type { DeskOperation } from './operation';

/** A desk becomes a plain channel again. Its form has no fields: it says what will happen, and asks whether to. */
export const unbind: DeskOperation = {
  on: 'desk',
  name: 'unbind',
  audit: 'unbound',
  givesUp: true,
  form: () => ({ name: 'unbind', fields: [] }),
  start: () => ({}),
  change: ({ by, heir }) => ({ kind: 'unbound', by, heir }),
};
