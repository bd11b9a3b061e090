import type { World } from '../ports/world';

/** An account as people call it: by the name that it is given in the settings, else its tenant. */
export const accountName = ({ accounts }: Pick<World, 'accounts'>, account: string): string =>
  accounts.nameOf?.(account) ?? account;

/** The accounts there are to choose from; none where there is only one. */
export const namedAccounts = (
  world: Pick<World, 'accounts'>,
): readonly { readonly id: string; readonly name: string }[] => {
  const { keys } = world.accounts;
  return keys.length === 1 ? [] : keys.map((id) => ({ id, name: accountName(world, id) }));
};
