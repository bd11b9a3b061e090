import { createRenderer } from '../../adapters/teams/cards/renderer';
import type { Look } from '../../adapters/teams/cards/look';
import type { Route } from '../../adapters/http/route';
import { gallery } from './gallery';
import { SAMPLE_WORDS } from './samples';

export interface GalleryOptions {
  /** The folder with the cards, their parts and their strings. */
  readonly cardsFolder: string;
  readonly looks: readonly Look[];
}

/** GET /sandbox/cards.json: every card in every state, drawn from samples, for the page at /sandbox/cards. */
export function galleryRoutes({ cardsFolder, looks }: GalleryOptions): Route[] {
  let drawn: readonly object[] | undefined;
  const draw = (): readonly object[] => {
    const renderer = createRenderer({ forms: 'dialog', cardsFolder, looks });
    return gallery(renderer, (view) => view, SAMPLE_WORDS, 'dialog').map(([name, card, title]) => ({
      name,
      title,
      card,
    }));
  };
  return [
    {
      method: 'GET',
      path: '/sandbox/cards.json',
      handle: () => Promise.resolve({ status: 200, body: (drawn ??= draw()) }),
    },
  ];
}
