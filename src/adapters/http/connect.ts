import { escapeUTF8 } from 'entities';
import type { UseCases } from '../../application/application';
import { isOwnTicket } from '../../application/sync/own-sign-in';
import { SIGN_IN_PATH, type SignInEnd } from '../../application/sync/signing-in';
import type { Log } from '../../application/ports/ports';
import { createRateLimit } from '../../platform/rate-limit';
import type { Route, RouteReply } from './route';

/** A person's own names them: tenant, id and a ticket. */
const TICKET = /^(?:[0-9a-f-]{8,64}\.[0-9a-f-]{8,64}\.)?[0-9a-f-]{8,64}$/i;
const LONGEST_CODE = 8_000;
/** Of one address, a minute, with what leads nowhere: behind a proxy all have one, and who has a link is held up by nobody. */
const MOST_A_MINUTE = 60;

export interface ConnectOptions {
  readonly useCases: Pick<UseCases, 'sync'>;
  readonly log: Log;
  /** Real time in ms. */
  readonly real: () => number;
}

/** What a link is asked for by. */
const commandFor = (ticket: string): string => (isOwnTicket(ticket) ? 'sign in' : 'connect');
const old = (ticket: string): string =>
  `This link is too old or was used. Type ${commandFor(ticket)} to the bot again, and take the newest link.`;
const OWN_NEXT = 'In Teams, do what you wanted to do; what waited for you goes on by itself.';
const ACCOUNT_NEXT = 'In Teams, type connect to see what the account may do.';
const AWAY = 'Microsoft’s sign-in does not answer now. Try the link again in a minute.';

/** An admin signs in as the service account, or a person as themselves: to Microsoft's page by a link of the bot's, and back with a code. */
export function connectRoutes({ useCases, log, real }: ConnectOptions): Route[] {
  const limit = createRateLimit(MOST_A_MINUTE, real);
  const begin = async (ticket: string): Promise<RouteReply> => {
    if (!TICKET.test(ticket)) return page(404, old(ticket));
    try {
      const address = await useCases.sync.signInAddress(ticket);
      return address === undefined
        ? page(404, old(ticket))
        : { status: 302, headers: { ...SAFE, location: address } };
    } catch (error) {
      log.warn({ error }, 'the sign-in page of Microsoft could not be asked for');
      return page(502, AWAY);
    }
  };
  const end = async (query: URLSearchParams): Promise<RouteReply> => {
    const [ticket, code] = [query.get('state') ?? '', query.get('code')];
    if (!TICKET.test(ticket)) return page(404, old(ticket));
    if (code === null || code.length > LONGEST_CODE) return page(400, refusalIn(query, ticket));
    return ended(await useCases.sync.endSignIn(ticket, code), ticket);
  };
  const guarded = (handle: Route['handle']): Route['handle'] => {
    return async (request) => {
      const reply = await handle(request);
      const isTooMuch = reply.status === 404 && limit.take(request.remoteAddress ?? '') > 0;
      return isTooMuch ? page(429, 'Too many tries. Wait a minute.') : reply;
    };
  };
  return [
    {
      method: 'GET',
      path: `${SIGN_IN_PATH}/done`,
      handle: guarded(async ({ query }) => end(query)),
    },
    {
      method: 'GET',
      path: `${SIGN_IN_PATH}/:ticket`,
      handle: guarded(async ({ params }) => begin(params['ticket'] ?? '')),
    },
  ];
}

function ended(end: SignInEnd, ticket: string): RouteReply {
  switch (end.kind) {
    case 'no-ticket':
      return page(404, old(ticket));
    case 'not-taken':
      return page(
        400,
        `Microsoft did not take the sign-in: ${end.problem}. Type ${commandFor(ticket)} to the bot and try again.`,
      );
    case 'somebody-else': {
      const { name, who = 'another account' } = end;
      return page(
        403,
        `This link is for ${name}, and you signed in as ${who}. Nothing is kept of that. Ask the bot for a link of your own: type sign in.`,
      );
    }
    case 'signed-in': {
      const who = end.who === undefined ? 'You are signed in.' : `Signed in as ${end.who}.`;
      return end.mfa === false
        ? page(
            200,
            `${who} But it was without multi-factor authentication, which Partner Center will refuse: switch it on for this account and sign in again.`,
          )
        : page(200, `${who} You can close this page. ${end.own ? OWN_NEXT : ACCOUNT_NEXT}`);
    }
  }
}

/** What Microsoft's page says when a person does not agree: its code alone, nothing else is shown (RFC 6749 §4.1.2.1). */
function refusalIn(query: URLSearchParams, ticket: string): string {
  const code = /^[\w.-]{1,60}$/.exec(query.get('error') ?? '')?.[0];
  return `Microsoft did not sign you in${code === undefined ? '' : ` (${code})`}. Type ${commandFor(ticket)} to the bot and try again.`;
}

/** The link's ticket goes nowhere else, and nobody frames the page. */
const SAFE = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

const page = (status: number, text: string): RouteReply => ({
  status,
  headers: { ...SAFE, 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Referral Desk</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style><h1>Partner Center</h1><p>${escapeUTF8(text)}</p></html>`,
});
