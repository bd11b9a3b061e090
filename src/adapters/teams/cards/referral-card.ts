import type { ReferralView } from '../../../application/ports/messages';
import type { MakeButton } from './make-button';
import type { Card } from './shown';
import type { Expand, Model } from './templates';
import { banners, deadlines } from './deadlines';
import { colleagues, dealFacts, help, location, needs, noted, quotes, recordFacts, type Fact } from './facts';
import { mentionAll, mentionRef, nobody, type Mentioned } from './mentions';
import { dated } from './moments';
import { kindAndSender, reason } from './names';
import { defused, inline } from './plain-text';
import type { Reader } from './reader';
import { microsoftFact, registrationFact } from './with-microsoft';
import { calledFact, goneLines, pendingLines, referralModel, under, type Parts } from './referral-model';

/** The channel's card quotes so much; the rest is in Details. */
const QUOTED = 300;

/** Who is meant is mentioned in the channel; a person's own copy speaks to the person alone. */
const mentioning = (view: ReferralView, mentioned: Mentioned): Mentioned =>
  view.audience === 'channel' ? mentioned : nobody;

function receivedParts(reader: Reader, view: ReferralView): Parts {
  const mentioned = mentioning(view, mentionAll(reader, view.responders));
  return {
    title: reader.say(`new.${view.current.kind}`),
    banners: banners(reader, view),
    lines: [under(kindAndSender(reader, view.current)), ...goneLines(reader, view)],
    quotes: quotes(reader, view.current, QUOTED),
    facts: [
      help(reader, view.current),
      ...needs(reader, view.current),
      ...dealFacts(reader, view.current),
      location(view.current),
      calledFact(reader, view),
    ],
    deadlines: deadlines(reader, view),
    owner:
      mentioned.text === '' ? reader.say('card.nobody') : reader.say('card.answers', { who: mentioned.text }),
    mentioned,
  };
}

function ownerOf(view: ReferralView): Mentioned | undefined {
  if (!view.owner) return undefined;
  return view.audience === 'channel'
    ? mentionRef(view.owner)
    : { text: defused(view.owner.name, 80), entities: [] };
}

function acceptedParts(reader: Reader, view: ReferralView): Parts {
  const owner = ownerOf(view);
  return {
    title: reader.say('accepted.title'),
    banners: banners(reader, view),
    lines: [...pendingLines(reader, view), ...goneLines(reader, view)],
    quotes: quotes(reader, view.current, QUOTED),
    facts: [
      ...recordFacts(reader, view),
      ...dealFacts(reader, view.current),
      ...needs(reader, view.current),
      colleagues(reader, view.current),
      microsoftFact(reader, view),
      calledFact(reader, view),
    ],
    deadlines: deadlines(reader, view),
    owner: owner ? reader.say('card.owner', { who: owner.text }) : reader.say('accepted.elsewhere'),
    ...(owner ? { mentioned: owner } : {}),
  };
}

/** Who declined it and when, as far as that was done here. */
function ended(reader: Reader, view: ReferralView): Model[] {
  const declined = [...view.history]
    .reverse()
    .find(({ what, by }) => what === 'declined' && by !== undefined);
  if (view.current.archivedAs === 'declined' && declined?.by !== undefined) {
    const facts = { name: inline(declined.by), moment: dated(reader, declined.at) };
    return [under(reader.say('archived.declined-by', facts))];
  }
  const at = view.current.closedAt;
  return at === undefined ? [] : [under(reader.say('archived.closed-at', { moment: dated(reader, at) }))];
}

const reasonFact = (reader: Reader, view: ReferralView): Fact => ({
  key: 'reason',
  value: view.current.reason === undefined ? '' : reason(reader, view.current.reason),
});

function archivedParts(reader: Reader, view: ReferralView): Parts {
  const { archivedAs } = view.current;
  const final = reader.say(archivedAs === 'expired' ? 'archived.expired-about' : 'archived.final');
  const owner: Fact = { key: 'owner', value: view.owner ? inline(view.owner.name) : '' };
  return {
    title: reader.say(`archived.${archivedAs ?? 'unknown'}`),
    lines: [...ended(reader, view), ...pendingLines(reader, view), ...(view.pending ? [] : [under(final)])],
    quotes:
      archivedAs === 'expired' ? quotes(reader, view.current, QUOTED) : noted(reader, view.current, QUOTED),
    facts: [
      reasonFact(reader, view),
      registrationFact(reader, view),
      owner,
      ...recordFacts(reader, view),
      ...dealFacts(reader, view.current),
      ...needs(reader, view.current),
    ],
  };
}

/** The card of a referral as it stands: one for the channel, or a person's own copy. */
export function referralCard(expand: Expand, reader: Reader, view: ReferralView, make: MakeButton): Card {
  switch (view.current.stage) {
    case 'received':
      return expand('received', referralModel(reader, view, make, receivedParts(reader, view)));
    case 'accepted':
      return expand('accepted', referralModel(reader, view, make, acceptedParts(reader, view)));
    case 'archived': {
      const { archivedAs } = view.current;
      const card = archivedAs === 'declined' || archivedAs === 'expired' ? archivedAs : 'closed';
      return expand(card, referralModel(reader, view, make, archivedParts(reader, view)));
    }
  }
}
