/** Who signs what Bot Framework sends (Microsoft Learn, "Authenticate requests with the Bot Connector API"). */
const ISSUER = 'https://api.botframework.com';

function issuerOf(token: string): unknown {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof payload === 'object' && payload !== null && 'iss' in payload ? payload.iss : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a bearer token claims to come from Bot Framework. A first look, not the check: the SDK verifies the signature afterwards. It keeps from the
 * SDK the Emulator's tokens, which it would believe from whoever holds the bot's secret, and for each of which it would remember the
 * tenant named in it for good, signed or not.
 */
export function claimsBotFramework(authorization: string): boolean {
  const [scheme, token, ...more] = authorization.split(' ');
  return scheme === 'Bearer' && token !== undefined && more.length === 0 && issuerOf(token) === ISSUER;
}

const NOT_VALID = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

/** Whether the SDK found the token wrong, rather than being unable to look: it names both in one kind of error. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return NOT_VALID.has(error.name) || ('statusCode' in error && error.statusCode === 401);
}
