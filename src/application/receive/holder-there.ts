import { refTo } from '../../domain/person/person';
import { seen } from '../../domain/referral/face';
import type { Referral } from '../../domain/referral/referral';
import { boundDesk } from '../desks/bound';
import { stepReferral } from '../living/step-referral';
import { seePerson, type SeenPerson } from '../people/people';
import { Unavailable } from '../ports/faults';
import type { World } from '../ports/world';

/**
 * A referral that was accepted in Partner Center itself has its colleagues there: the first of them who is in the desk's
 * team, by e-mail or sign-in name, holds it here. Nobody, or Teams does not tell now: it can be taken over.
 */
export async function settleHolder(world: World, id: string): Promise<void> {
  const referral = await world.store.get('referral', id);
  const holder = referral && (await holderThere(world, referral));
  if (holder)
    await stepReferral(world, id, { kind: 'held-there', by: refTo(await seePerson(world, holder)) });
}

async function holderThere(world: World, referral: Referral): Promise<SeenPerson | undefined> {
  const { stage, colleagues } = seen(referral);
  if (stage !== 'accepted' || referral.own.owner || colleagues.length === 0) return undefined;
  const desk = await boundDesk(world.store, referral.own.desk);
  if (!desk?.reachable) return undefined;
  try {
    const roster = await world.directory.roster(desk);
    for (const { email } of colleagues) {
      const address = email.trim().toLowerCase();
      const found = roster.find((one) =>
        [one.email, one.userPrincipalName].some(
          (known) => address !== '' && known?.toLowerCase() === address,
        ),
      );
      if (found?.aadObjectId === undefined) continue;
      const { tenant = desk.tenant, aadObjectId, ...told } = found;
      return { ...told, tenant, aadObjectId, serviceUrl: desk.serviceUrl };
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
  return undefined;
}
