import { SHARINGS } from '../../../domain/account/listening';
import type { Asking } from '../answers/asking';
import type { Answer } from '../answers/answer';

/**
 * `connect`: how Partner Center's accounts stand; `connect check`, `connect code` (to sign in with),
 * `connect share|replace|leave`, of the tenant named or of all.
 */
export function connect({ turn, useCases }: Asking, words: string): Promise<Answer> {
  const [what = '', tenant = ''] = words.toLowerCase().split(/\s+/u);
  const sharing = SHARINGS.find((one) => one === what);
  const wish = {
    ...(sharing && { sharing }),
    ...(what === 'check' && { check: true as const }),
    ...(what === 'code' && { byCode: true as const }),
  };
  return useCases.sync.connections(turn.person, wish, tenant);
}
