import type { RouteReply } from '../../adapters/http/route';

const refusal = (status: number, code: string, message: string, target?: string): RouteReply => ({
  status,
  body: { error: { code, message, ...(target === undefined ? {} : { target }) } },
});

/** The errors of the Referrals API, in its shape and with its codes (referrals-api-response-codes page). */
export const refusals = {
  unauthenticated: () => refusal(401, 'unauthenticated', 'The caller is not authenticated.'),
  notFound: () => refusal(404, 'itemNotFound', 'The referral could not be found.', 'referral'),
  notYours: () => refusal(403, 'accessDenied', 'The record is of another organisation.', 'organizationId'),
  noRole: () => refusal(403, 'accessDenied', 'The caller has no role for referrals.'),
  changed: () =>
    refusal(
      412,
      'preconditionFailed',
      'The If-Match header does not match the eTag of the referral.',
      'referral',
    ),
  invalid: (message: string, target = 'referral') => refusal(400, 'invalidRequest', message, target),
  /** Inference: that a closed referral takes no edits is documented, its status code is not. */
  terminal: () => refusal(409, 'invalidRequest', 'A closed referral cannot be changed.', 'status'),
};
