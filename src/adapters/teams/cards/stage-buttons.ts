import type { ReferralView } from '../../../application/ports/messages';
import type { Button, ButtonVerb, MakeButton } from './make-button';
import type { Model } from './templates';
import type { Reader } from './reader';

/** In this order, at most 6 on a card; each one leads somewhere. */
const BUTTONS = {
  received: ['accept', 'decline', 'contact', 'more'],
  accepted: ['called', 'contact', 'more'],
  archived: ['details'],
} as const;

/** Of a kind that we do not know: it can be looked at here, and is answered in Partner Center. */
const READ_ONLY = ['contact', 'more'] as const;

const verbsOf = ({ kind, stage }: ReferralView['current']): readonly ButtonVerb[] =>
  kind === 'other' && stage !== 'archived' ? READ_ONLY : BUTTONS[stage];

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

/** The buttons of its stage. `without`: those that make no sense where the card stands. */
export const stageButtons = (
  reader: Reader,
  view: ReferralView,
  make: MakeButton,
  without: readonly ButtonVerb[] = [],
): Model[] =>
  verbsOf(view.current)
    .filter((verb) => !without.includes(verb))
    .map((verb) => make(referralButton(reader, view, verb, verb === 'accept' ? 'positive' : undefined)));

/** "I called" before anybody has accepted: the card itself has no room for it. */
export const calledButton = (reader: Reader, view: ReferralView, make: MakeButton): Model[] =>
  view.current.stage === 'received' && view.current.kind !== 'other'
    ? [make(referralButton(reader, view, 'called'))]
    : [];
