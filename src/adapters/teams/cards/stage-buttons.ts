import type { Notice } from '../../../domain/notices';
import type { ReferralView } from '../../../application/ports/messages';
import { primary, secondary, standingOn, type Stand } from './look';
import { heartVerb } from './heart';
import { openUrl, type Button, type ButtonVerb, type MakeButton } from './make-button';
import type { Model } from './templates';
import type { Reader } from './reader';

/** So many buttons stand in sight ("Format cards in Teams"); what is more goes under "…". */
const MOST_IN_SIGHT = 6;

export const referralButton = (
  reader: Reader,
  view: ReferralView,
  verb: ButtonVerb,
  look: Pick<Button, 'style' | 'mode'> = {},
): Button => ({
  verb,
  title: reader.say(`buttons.${verb}`),
  data: { referral: view.id },
  ...look,
});

/** `without`: those that make no sense where the card stands. `first`: those that come first there, in sight. */
export interface ButtonWish {
  readonly without?: readonly ButtonVerb[];
  readonly first?: readonly ButtonVerb[];
}

interface Standing {
  readonly verb: ButtonVerb;
  readonly stand: Stand;
  readonly style?: Button['style'];
}

/** All of it is one press away: in sight where nothing else can be done. */
const details = ({ current: { stage } }: ReferralView): Standing => ({
  verb: 'details',
  stand: stage === 'archived' ? primary(90) : secondary(10),
});

/** The others of its customer. */
const others = ({ seenBefore }: ReferralView): Standing[] =>
  seenBefore ? [{ verb: 'same-customer', stand: secondary(15) }] : [];

/** One person's own: the channel's card knows no person. */
const favouring = (view: ReferralView): Standing[] =>
  view.audience === 'person' && !view.test ? [{ verb: heartVerb(view), stand: secondary(80) }] : [];

function inOrder(view: ReferralView, make: MakeButton, { without = [], first = [] }: ButtonWish): Standing[] {
  const operations = standingOn(make.looks, view).map(({ look: { operation, style }, stand }): Standing => ({
    verb: operation.name,
    stand,
    style,
  }));
  return [...operations, ...favouring(view), ...others(view), details(view)]
    .filter(({ verb }) => !without.includes(verb))
    .map((one) => (first.includes(one.verb) ? { ...one, stand: primary(-1) } : one))
    .sort((a, b) => a.stand.order - b.stand.order);
}

/** The first in sight stands out, if it is hoped for or the next thing to do; nothing else does. */
const styleOf = ({ style }: Standing, view: ReferralView): Pick<Button, 'style'> =>
  style === 'positive' || (style !== 'destructive' && view.current.stage === 'accepted')
    ? { style: 'positive' }
    : {};

/** The buttons of its stage: the first few in sight, the rest under "…", the way to Partner Center last. */
export function stageButtons(
  reader: Reader,
  view: ReferralView,
  make: MakeButton,
  wish: ButtonWish = {},
): Model[] {
  const all = inOrder(view, make, wish);
  const first = converting(reader, view);
  const inSight = all.filter(({ stand }) => stand.mode === 'primary').slice(0, MOST_IN_SIGHT - first.length);
  const rest = all.filter((one) => !inSight.includes(one));
  return [
    ...first,
    ...inSight.map((one, index) =>
      make(referralButton(reader, view, one.verb, index === 0 ? styleOf(one, view) : {})),
    ),
    ...rest.map(({ verb }) => make(referralButton(reader, view, verb, { mode: 'secondary' }))),
    ...openInPartnerCenter(reader, view),
  ];
}

/** What no API is known for is a way to where it can be done: a joint planning lead whose steps are done. */
const converting = (reader: Reader, { current, offers, webUrl }: ReferralView): Model[] =>
  current.kind === 'joint-planning' && current.stage === 'accepted' && offers.includes('mark-won')
    ? openUrl(reader.say('buttons.convert'), webUrl)
    : [];

const openInPartnerCenter = (reader: Reader, view: ReferralView): Model[] =>
  openUrl(reader.say('buttons.open'), view.webUrl).map((button) => ({ ...button, mode: 'secondary' }));

/** What a message itself asks for. */
export const noticeButtons = (
  reader: Reader,
  view: ReferralView,
  notice: Notice,
  make: MakeButton,
): Model[] => [
  ...(notice.kind === 'author-sign-in' && !notice.ended
    ? [
        make({
          ...{ verb: 'command', title: reader.say('connect.sign-in'), style: 'positive' },
          data: { words: 'sign in' },
        }),
      ]
    : []),
  ...make.looks
    .filter(
      ({ notices, operation: { name } }) => notices?.includes(notice.kind) && view.offers.includes(name),
    )
    .map(({ operation: { name } }) => make(referralButton(reader, view, name))),
];
