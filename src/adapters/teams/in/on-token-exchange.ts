import { z } from 'zod/v4';
import { messageOf } from '../answers/message';
import { said } from '../answers/said';
import type { Went, Working } from './working';

/** What a client sends that was asked for the person's token, and what it sends when it has none. */
export const TOKEN_EXCHANGE = 'signin/tokenExchange';
export const TOKEN_FAILURE = 'signin/failure';

const Given = z.object({
  id: z.string().max(200),
  token: z.string().min(1).max(16_000),
});

/**
 * Signs the person in with the token that their client gave. A client that reads 412 shows the button of the card that asked
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code).
 */
export async function onTokenExchange({ asking, exchange, parts, reader }: Working): Promise<Went> {
  const { turn, useCases } = asking;
  const given = turn.place.kind === 'personal' ? Given.safeParse(exchange.activity.value).data : undefined;
  if (!given) {
    await exchange.respond({ status: 400 });
    return { name: 'token-exchange', result: 'malformed' };
  }
  const { id, token } = given;
  const end = await useCases.sync.exchange(turn.person, token);
  if (end.kind !== 'signed-in') {
    const failureDetail = 'the token was not taken';
    await exchange.respond({ status: 412, body: { id, failureDetail } });
    return { name: 'token-exchange', result: end.kind };
  }
  const answer =
    end.mfa === false
      ? said('own-sign-in.without-mfa')
      : said('own-sign-in.done', { who: end.who ?? turn.person.name });
  await exchange.send(messageOf(parts.renderer, answer, { reader }));
  await exchange.respond({ status: 200, body: { id } });
  return { name: 'token-exchange', result: end.kind };
}

/** The client has no token to give: the way by the page is left. */
export async function onTokenFailure({ asking, exchange, parts, reader }: Working): Promise<Went> {
  const own = await asking.useCases.sync.own(asking.turn.person);
  if (own && asking.turn.place.kind === 'personal')
    await exchange.send(messageOf(parts.renderer, own, { reader }));
  await exchange.respond({ status: 200 });
  return { name: 'token-failure', result: own ? 'page' : 'none' };
}
