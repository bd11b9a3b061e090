import type { Account } from '../../domain/account/account';
import type { Checked } from '../../domain/account/checked';
import { roleSeen } from '../../domain/account/role';
import type { SignedOutWhy } from '../../domain/account/signed-out-why';
import { stepAccount } from '../living/step-others';
import type { PartnerCenter, PartnerCenterAnswer } from '../ports/ports';
import type { World } from '../ports/world';

/**
 * Tries what the account's sign-in may do, and keeps what was found; the admins hear of what ends soon. Of an account that is
 * not connected nothing is tried.
 */
export async function check(world: World, id: string): Promise<void> {
  const partnerCenter = world.accounts.of(id);
  if (!partnerCenter) return;
  const known = await world.store.get('account', id);
  const { signedOut, ...found } = await tryOut(partnerCenter, known);
  if (signedOut) await stepAccount(world, id, { kind: 'refused', ...signedOut });
  // It works again: so does the poll.
  else if (known?.signedOut && found.found !== 'failed') await stepAccount(world, id, { kind: 'asked' });
  const checked = { at: world.clock.now(), ...found };
  const secretEnds = world.accounts.secretEndsOf?.(id);
  await stepAccount(world, id, {
    kind: 'checked',
    checked,
    ...(secretEnds === undefined ? {} : { secretEnds }),
  });
}

interface Found extends Omit<Checked, 'at'> {
  readonly signedOut?: { readonly why: SignedOutWhy; readonly problem: string };
}

/** Only records of its own organisation may be changed; those of others prove nothing. */
async function tryOut(
  partnerCenter: PartnerCenter,
  { organization, signedInAs }: Partial<Account> = {},
): Promise<Found> {
  const read = await partnerCenter.list(undefined);
  if (read.kind !== 'ok') return notRead(read);
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

const notRead = (answer: Exclude<PartnerCenterAnswer<unknown>, { kind: 'ok' }>): Found => ({
  ...{ found: 'failed', problem: problemOf(answer) },
  ...(answer.kind === 'refused' && answer.why === 'forbidden' && { forbidden: true }),
  ...(answer.kind === 'signed-out' && { signedOut: { why: answer.why, problem: answer.problem } }),
});

const problemOf = (answer: { readonly kind: string; readonly problem?: string }): string =>
  answer.problem ?? `Partner Center answered: ${answer.kind}`;
