import { NEW_DOCUMENT, remember } from '../living/document';
import type { Answers } from '../forms/form';
import type { PersonRef } from '../person/person-ref';
import type { Resource } from '../record/resource';
import type { Facts } from './inputs';
import { firstPlaces } from './imported';
import type { Origin } from './news';
import { audit, CHANNEL, oweCreate, oweRead, oweShow, personPlace } from './parts';
import { referralDocumentId, type Invitation, type Referral } from './referral';
import { beginTest, TEST_ACCOUNT } from './test-run';
import { stand } from './wake';

/** A program that knows no lists in changes would damage what stands in a referral now (`domain/migrate.ts`). */
export const REFERRAL_READER = 3;
/** And one that knows no doubles would go on with what has become part of another. */
export const DOUBLE_READER = 5;

/** A deal that somebody makes here. `id`: of the command that makes it, and the resource's as long as it has no other. */
export interface NewDeal {
  readonly id: string;
  readonly by: PersonRef;
  readonly resource: Resource;
  /** Microsoft is to be invited to it. */
  readonly invites?: Invitation;
  readonly variant: string;
  readonly wrote: Answers;
}

function newborn(account: string, observed: Resource, facts: Facts): Referral {
  const { id: referralId } = observed;
  return {
    ...NEW_DOCUMENT,
    minReader: REFERRAL_READER,
    kind: 'referral',
    id: referralDocumentId(account, referralId),
    account,
    referralId,
    truth: facts.connected ? 'unknown' : 'desk',
    observed,
    observedAt: facts.now,
    own: { places: [], ...(facts.desk ? { desk: facts.desk.id } : {}) },
    intents: [],
    clocks: {},
    planned: [],
    audit: [],
  };
}

/** A record that came from outside. */
export function arrived(account: string, resource: Resource, from: Origin, facts: Facts): Referral {
  const plain = newborn(account, resource, facts);
  const born: Referral = {
    ...plain,
    ...(from === 'intake' ? { intake: resource } : { truth: 'partner-center' }),
    own: { ...plain.own, places: firstPlaces(account, resource, from, facts.now) },
  };
  const noted = audit(standing(born, facts), 'created', facts);
  return shown(born.truth === 'unknown' ? oweRead(noted, 'intake', facts) : noted, facts);
}

/** A deal made here is accepted from the start, and its maker's; connected, it is owed to Partner Center. */
export function made(account: string, deal: NewDeal, facts: Facts): Referral {
  const { id, by, resource, invites, variant, wrote } = deal;
  const plain = newborn(account, resource, facts);
  const born: Referral = {
    ...plain,
    own: {
      ...plain.own,
      owner: by,
      accepted: { at: facts.now, by },
      places: [{ key: CHANNEL, wanted: true }, { key: personPlace(by.id) }],
    },
  };
  const noted = remember(audit(standing(born, facts), 'made', facts, by), id, 'made');
  if (!facts.connected) return shown(noted, facts);
  const making = { by, since: facts.now, variant, wrote, part: 'deal' as const, ...(invites && { invites }) };
  return oweCreate(shown({ ...noted, making }, facts), facts);
}

/** A test of a desk's: its card stands in the channel however much comes there. */
export function tested(resource: Resource, by: PersonRef, facts: Facts): Referral {
  const plain = newborn(TEST_ACCOUNT, resource, facts);
  const places = [{ key: CHANNEL, wanted: true as const }];
  const born: Referral = { ...plain, own: { ...plain.own, places, test: beginTest(by, facts.now) } };
  return shown(audit(standing(born, facts), 'created', facts), facts);
}

const standing = (referral: Referral, facts: Facts): Referral => stand(referral, facts, () => facts.now);

/** A row of a list is drawn with that. */
const shown = (referral: Referral, facts: Facts): Referral =>
  referral.own.places
    .filter(({ listed }) => listed === undefined)
    .reduce((next, place) => oweShow(next, place.key, facts), referral);
