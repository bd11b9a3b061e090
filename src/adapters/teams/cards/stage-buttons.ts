import type { Notice } from '../../../domain/notices';
import type { ReferralView } from '../../../application/ports/messages';
import { shownAt } from './look';
import type { Button, ButtonVerb, MakeButton } from './make-button';
import type { Model } from './templates';
import type { Reader } from './reader';

export const referralButton = (
  reader: Reader,
  view: ReferralView,
  verb: ButtonVerb,
  style?: Button['style'],
): Button => ({
  verb,
  title: reader.say(`buttons.${verb}`),
  data: { referral: view.id },
  ...(style ? { style } : {}),
});

/** The buttons of its stage, and the way to the rest. `without`: those that make no sense where the card stands. */
export function stageButtons(
  reader: Reader,
  view: ReferralView,
  make: MakeButton,
  without: readonly ButtonVerb[] = [],
): Model[] {
  const operations = shownAt(make.looks, 'card', view).map(({ operation: { name }, style }) => {
    // On a card only what is hoped for stands out.
    const shown = style === 'positive' ? style : undefined;
    return referralButton(reader, view, name, shown);
  });
  const rest = referralButton(reader, view, view.current.stage === 'archived' ? 'details' : 'more');
  return [...operations, rest].filter(({ verb }) => !without.includes(verb)).map((button) => make(button));
}

/** What a message itself asks for. */
export const noticeButtons = (
  reader: Reader,
  view: ReferralView,
  notice: Notice['kind'],
  make: MakeButton,
): Model[] =>
  make.looks
    .filter(({ notices }) => notices?.includes(notice))
    .map(({ operation: { name } }) => make(referralButton(reader, view, name)));

/** What the card itself has no room for. */
export const moreButtons = (reader: Reader, view: ReferralView, make: MakeButton): Model[] =>
  shownAt(make.looks, 'more', view).map(({ operation: { name } }) =>
    make(referralButton(reader, view, name)),
  );
