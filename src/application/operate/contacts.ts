import { seen } from '../../domain/referral/face';
import { refTo, type Person } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import type { Desk } from '../../domain/desk/desk';
import { deskFor, inRoster, isManager } from '../people/membership';
import { stepReferral } from '../living/step-referral';
import type { ContactSheet, Refusal } from '../use-cases';
import { viewOf } from '../lists/views';
import type { World } from '../ports/world';

/**
 * The customer's people, for one person's eyes. While received any seller of the desk may see them, and the thread is told
 * who is contacting the customer; after acceptance owner, colleagues and managers.
 */
export async function contacts(
  world: World,
  id: string,
  by: Person,
  command: string,
): Promise<ContactSheet | Refusal> {
  const referral = await world.store.get('referral', id);
  if (!referral) return { kind: 'not-found' };
  const desk = await deskFor(world, referral, by);
  if (!('zone' in desk)) return desk;
  const told = isReceived(referral) ? await sayContacting(world, id, by, command) : undefined;
  const now = told?.referral ?? referral;
  // Somebody may have accepted it meanwhile.
  if (!isReceived(now) && !isManager(desk, by) && !(await isInvolved(world, desk, now, by))) {
    return { kind: 'owner-only', owner: now.own.owner?.name ?? '' };
  }
  const view = await viewOf(world, now, { audience: 'person', person: by }, desk);
  return { kind: 'contacts', contacts: view.current.contacts, view };
}

const isReceived = (referral: Referral): boolean => seen(referral).stage === 'received';

const sayContacting = (world: World, id: string, by: Person, command: string) =>
  stepReferral(world, id, { kind: 'command', command: { kind: 'contact', id: command, by: refTo(by) } });

/** Owner, or one of the colleagues by e-mail. Nobody owns what was accepted in Partner Center: its colleagues decide. */
async function isInvolved(world: World, desk: Desk, referral: Referral, by: Person): Promise<boolean> {
  if (referral.own.owner?.id === by.id) return true;
  const { colleagues } = seen(referral);
  if (colleagues.length === 0) return false;
  const member = await inRoster(world, desk, by);
  const own = [by.email, member?.email, member?.userPrincipalName].map((email) => email?.toLowerCase());
  return colleagues.some((colleague) => own.includes(colleague.email.toLowerCase()));
}
