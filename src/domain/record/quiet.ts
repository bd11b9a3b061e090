import type { ReferralKind } from './kind';
import type { Resource } from './resource';
import { isTrue } from './values';

/** Why nobody need act on it: Partner Center takes it for spam; the customer tried an offer and did not ask to be called. */
export type QuietWhy = 'suspected' | 'installed';

/**
 * Words of the commercial marketplace for what the customer did without asking for a call: INS (acquired), DNC (do not contact),
 * Create, StartTestDrive (azure-docs, commercial-marketplace-get-customer-leads). That `callToAction` has them, or `referralSource`
 * as `Source-Action|offer`, and the plain words beside them, are inferences. PLT is "contact me".
 */
const TRIED = new Set([
  ...['ins', 'dnc', 'create', 'starttestdrive', 'testdrive'],
  ...['install', 'installed', 'acquired', 'getitnow', 'trial', 'freetrial', 'starttrial', 'startfreetrial'],
]);

const letters = (word: unknown): string =>
  typeof word === 'string' ? word.toLowerCase().replace(/[^a-z]/gu, '') : '';

/** Of `AzureMarketplace-INS|publisher.offer` the action; of a bare word the word. */
const actionIn = (source: unknown): string =>
  typeof source === 'string' ? letters((source.split('|')[0] ?? '').split('-').at(-1)) : '';

/** A customer who asks to be contacted is never quiet. */
function isInstall({ callToAction, referralSource, details }: Resource, kind: ReferralKind): boolean {
  if (kind !== 'marketplace-lead' || isTrue(details?.customerRequestedContact)) return false;
  return TRIED.has(letters(callToAction) || actionIn(referralSource));
}

/** `isSpam`: seen in live records. */
export function quietIn(resource: Resource, kind: ReferralKind): { readonly quiet?: QuietWhy } {
  if (isTrue(resource['isSpam'])) return { quiet: 'suspected' };
  return isInstall(resource, kind) ? { quiet: 'installed' } : {};
}
