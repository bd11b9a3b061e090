import type { Account } from '../../domain/account/account';
import type { Checked } from '../../domain/account/checked';
import { roleSeen } from '../../domain/account/role';
import { stepAccount } from '../living/step-others';
import type { PartnerCenter } from '../ports/ports';
import type { World } from '../ports/world';

/**
 * Tries what the account's sign-in may do, and keeps what was found; the admins hear of what ends soon. Of an account that is
 * not connected nothing is tried.
 */
export async function check(world: World, id: string): Promise<void> {
  const partnerCenter = world.accounts.of(id);
  if (!partnerCenter) return;
  const known = await world.store.get('account', id);
  const checked = { at: world.clock.now(), ...(await tryOut(partnerCenter, known)) };
  const secretEnds = world.accounts.secretEndsOf?.(id);
  await stepAccount(world, id, {
    kind: 'checked',
    checked,
    ...(secretEnds === undefined ? {} : { secretEnds }),
  });
}

/** Only records of its own organisation may be changed; those of others prove nothing. */
async function tryOut(
  partnerCenter: PartnerCenter,
  { organization, signedInAs }: Partial<Account> = {},
): Promise<Omit<Checked, 'at'>> {
  const read = await partnerCenter.list(undefined);
  if (read.kind !== 'ok') return { found: 'failed', problem: problemOf(read) };
  const { resources } = read.value;
  const own = resources.filter(
    (one) => organization !== undefined && one.organizationId?.toLowerCase() === organization.toLowerCase(),
  );
  const sample = own[0] ?? resources[0];
  if (!sample) return { found: 'nothing' };
  const role = roleSeen(own, signedInAs);
  const written = await partnerCenter.mayChange(sample);
  if (written.kind === 'ok') return { found: 'all', ...(role && { role }) };
  const forbidden = written.kind === 'refused' && written.why === 'forbidden';
  return { found: forbidden ? 'reads-only' : 'failed', problem: problemOf(written) };
}

const problemOf = (answer: { readonly kind: string; readonly problem?: string }): string =>
  answer.problem ?? `Partner Center answered: ${answer.kind}`;
