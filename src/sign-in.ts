import {
  signInByBrowser,
  signInByDeviceCode,
  type SignedIn,
} from './adapters/partner-center/interactive-sign-in';
import { sealedToken } from './adapters/partner-center/service-account';
import { keepSignIn } from './application/sync/service-token';
import { openStore } from './compose';
import { loadEnv, readConfig, type Config, type Environment } from './config';
import { secretsKeysOf } from './settings/kept-key';
import { revealedAccount } from './settings/revealed';

const EXIT_CONFIG = 78;

/** What a test sets: the sign-in service, and where lines go. */
export interface SignInTools {
  readonly say: (line: string) => void;
  readonly authority?: string;
  readonly patienceMs?: number;
}

/**
 * `npm run sign-in [-- --device-code] [-- --account TENANT]`: a person signs in as a service account of Partner Center. The
 * token is stored, encrypted, where the program finds it; without DATABASE_URL and SECRETS_KEY it is shown as a setting.
 * Answers with the exit code.
 */
export async function signIn(args: readonly string[], env: Environment, tools: SignInTools): Promise<number> {
  const { say } = tools;
  const read = readConfig(env);
  if ('problems' in read) {
    say(`The settings need correcting.\n${read.problems.map((line) => `- ${line}`).join('\n')}`);
    return EXIT_CONFIG;
  }
  const account = accountOf(read.config, args);
  if (typeof account === 'string') {
    say(account);
    return EXIT_CONFIG;
  }
  const { refreshToken: setting, organizationId: _, secretEnds: __, ...client } = account;
  const show = (address: string, code: string): void =>
    say(`Open ${address} in any browser and enter the code ${code}.`);
  const options = { ...client, ...tools };
  const signedIn = args.includes('--device-code')
    ? await signInByDeviceCode({ ...options, show })
    : await signInByBrowser(options);
  say(whoWords(signedIn));
  const keys = env.DATABASE_URL && env.SECRETS_KEY ? secretsKeysOf(read.config) : [];
  if (keys.length === 0) {
    say(
      `Set this where the program runs, and keep it secret:\nPARTNER_CENTER_REFRESH_TOKEN=${signedIn.refreshToken}`,
    );
    return 0;
  }
  await store(read.config, account.tenantId, sealedToken(keys, signedIn.refreshToken, setting));
  say('Stored, encrypted. A program that runs takes it up within a minute.');
  return 0;
}

type Account = ReturnType<typeof revealedAccount>;

/** The account meant, or in words why there is none. */
function accountOf(config: Config, args: readonly string[]): Account | string {
  const accounts = config.partnerCenter.accounts.map(revealedAccount);
  const at = args.indexOf('--account');
  const named = at === -1 ? undefined : args[at + 1];
  const [first, ...others] =
    named === undefined ? accounts : accounts.filter((one) => one.tenantId === named);
  if (first === undefined)
    return 'No such account: set PARTNER_CENTER_TENANT_ID and PARTNER_CENTER_CLIENT_ID, or PARTNER_CENTER_ACCOUNTS.';
  if (others.length > 0)
    return `Which one? Add: -- --account ${accounts.map((one) => one.tenantId).join(' or ')}`;
  return first;
}

function whoWords({ who, mfa }: SignedIn): string {
  const signed = who === undefined ? 'Signed in.' : `Signed in as ${who}.`;
  return mfa === false
    ? `${signed} But without multi-factor authentication: Partner Center will refuse it. Switch it on for this user and sign in again.`
    : signed;
}

async function store(config: Config, account: string, token: ReturnType<typeof sealedToken>): Promise<void> {
  const opened = await openStore(config);
  try {
    await keepSignIn(opened.store, account, token, Date.now());
  } finally {
    await opened.store.close();
  }
}

if (require.main === module) {
  signIn(process.argv.slice(2), loadEnv(), { say: (line) => process.stdout.write(`${line}\n`) }).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`Not signed in: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
