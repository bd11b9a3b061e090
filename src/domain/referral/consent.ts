import type { PersonRef } from '../person/person-ref';
import type { Consent, Referral } from './referral';

/**
 * The customer agrees that Microsoft gets these contacts' details and may contact them directly: said by somebody here.
 * Partner Center keeps a yes of the whole deal, and nobody's name; a contact with another address is another one, and is
 * asked anew. `contacts`: their keys. `at`: ms UTC.
 */
export function withConsent(
  referral: Referral,
  contacts: readonly string[],
  { by, at }: { readonly by: PersonRef; readonly at: number },
): Referral {
  const before = (referral.own.consents ?? []).filter(({ contact }) => !contacts.includes(contact));
  const said = contacts.map((contact) => ({ contact, by: { id: by.id, name: by.name }, at }));
  return { ...referral, own: { ...referral.own, consents: [...before, ...said].slice(-MOST) } };
}

/** A list has 50 entries at most; of contacts that are gone the oldest is forgotten first. */
const MOST = 60;

/** Who said that a contact agrees, and when; undefined: nobody has. */
export const consentOf = ({ own }: Referral, contact: string): Consent | undefined =>
  own.consents?.find((one) => one.contact === contact);
