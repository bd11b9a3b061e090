import type { ListName } from '../../../application/lists/list-table';
import type { MakeButton } from '../cards/make-button';
import type { Reader } from '../cards/reader';
import type { Model } from '../cards/templates';

/** A list and its parts: each has a button to the others. */
const PARTS = [
  ['leads', 'leads-marketplace', 'leads-qualified', 'leads-favourites'],
  ['co-sell', 'co-sell-inbound', 'co-sell-outbound', 'co-sell-favourites'],
  ['my-active-deals', 'my-active-deals-without-crm-id'],
] as const satisfies readonly (readonly ListName[])[];

export const partButtons = (reader: Reader, list: ListName, make: MakeButton): Model[] =>
  PARTS.filter((parts: readonly ListName[]) => parts.includes(list))
    .flat()
    .filter((name) => name !== list)
    .map((name) =>
      make({
        verb: 'more-list',
        title: reader.say(`lists.parts.${name}`),
        data: { list: name, words: '' },
      }),
    );
