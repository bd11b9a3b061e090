import type { ReferralList } from '../../../application/use-cases';
import type { Asking } from './asking';
import type { Drawable } from './drawn';

/** What only this person may see anywhere: contacts, forms and what was written in them, what else they may do. */
function isPersonal(reply: Drawable): boolean {
  if (reply.kind === 'form') return reply.form.name !== 'bind';
  if (reply.kind === 'ended') return reply.form !== 'bind';
  return reply.kind === 'contacts' || reply.kind === 'more';
}

const MANY = 'many';

const deskOfList = ({ rows, desk }: ReferralList): string | undefined =>
  rows.length === 0 ? undefined : (desk ?? MANY);

/** The desk whose referrals a reply tells of; undefined: of none. */
function deskIn(reply: Drawable): string | undefined {
  switch (reply.kind) {
    case 'details':
      return reply.view.deskId ?? MANY;
    case 'list':
      return deskOfList(reply);
    case 'several':
      return deskOfList(reply.list);
    default:
      return undefined;
  }
}

/**
 * Whether a reply is for the personal chat although it was asked for in a channel: it is for this person alone, or it tells
 * of a desk that is not of the channel's team, where others read along who may not see it.
 */
export async function isPrivate({ turn, useCases }: Asking, reply: Drawable): Promise<boolean> {
  if (turn.place.kind === 'personal') return false;
  if (isPersonal(reply)) return true;
  const desk = deskIn(reply);
  if (desk === undefined) return false;
  if (turn.place.kind === 'group' || desk === MANY) return true;
  const { channel, team } = turn.place.place;
  return desk !== channel && (await useCases.desk(desk))?.team !== team;
}
