import type { Resource } from '../record/resource';

/**
 * The role in Partner Center, as far as can be seen: no call tells it, and no token has it. `admin`: Referrals admin, or one of the
 * roles above it; `user`: Referrals user.
 */
export type RoleSeen = 'admin' | 'user';

/**
 * An inference from Microsoft's permissions page: a Referrals user reads only what they are on, so that one record without
 * them proves an admin. `own`: records of one's own organisation; `who`: the sign-in name; undefined: not to be told.
 */
export function roleSeen(own: readonly Resource[], who: string | undefined): RoleSeen | undefined {
  const isOn = ({ team }: Resource): boolean | undefined => {
    if (!team?.length) return false;
    return who === undefined
      ? undefined
      : team.some(({ email }) => email?.trim().toLowerCase() === who.toLowerCase());
  };
  const seen = own.map(isOn);
  if (seen.includes(false)) return 'admin';
  return seen.length > 0 && seen.every((on) => on === true) ? 'user' : undefined;
}
