import type { BotRegistration } from '../config';
import type { Account } from './fields';

/** The bot's registration with its secrets in the open: for the one who signs in, and nobody else. */
export function revealedRegistration(bot: BotRegistration | undefined) {
  if (!bot) return { appType: 'SingleTenant' as const };
  const { password, certificateKeyPem, ...open } = bot;
  return {
    ...open,
    ...(password ? { password: password.reveal() } : {}),
    ...(certificateKeyPem ? { certificateKeyPem: certificateKeyPem.reveal() } : {}),
  };
}

/** A Partner Center account with its secrets in the open. */
export function revealedAccount(account: Account) {
  const { tenantId, clientId, clientSecret, clientSecretEnds, refreshToken, organizationId, name } = account;
  return {
    tenantId,
    clientId,
    ...(refreshToken ? { refreshToken: refreshToken.reveal() } : {}),
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(name === undefined ? {} : { name }),
    ...(clientSecretEnds === undefined ? {} : { secretEnds: clientSecretEnds }),
    ...(clientSecret ? { clientSecret: clientSecret.reveal() } : {}),
  };
}
