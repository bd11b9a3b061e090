import type { AnswerKind } from './kind';

/** A file for a person's OneDrive. `size`: bytes, as it would be now; `more`: there is more than fits. */
export interface FileOffer {
  readonly kind: 'file-offer';
  readonly size: number;
  readonly count: number;
  readonly more: boolean;
}

/** In words; the client's own question comes as a message beside it. */
export const fileOfferKind: AnswerKind<FileOffer> = {
  draw({ say }, { count, more }, { reader: { language } }) {
    const text = say(more ? 'bulk.offer-first' : 'bulk.offer', { count }, language);
    return { title: text, text };
  },
  eyes: () => 'person',
};
