import type { RouteReply } from '../../adapters/http/route';

const refusal = (status: number, code: string, message: string): RouteReply => ({
  status,
  body: { error: { code, message } },
});

/** Answers of the Bot Connector when it does not do what was asked (Microsoft: status codes from the bot conversation APIs). */
export const refusals = {
  badArgument: (message: string) => refusal(400, 'Bad Argument', message),
  disabledByAdmin: () => refusal(403, 'BotDisabledByAdmin', 'The tenant admin disabled this bot'),
  notInRoster: () =>
    refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  blockedByUser: () =>
    refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  // Which code Teams gives here is not documented; of the listed ones this fits.
  notYours: () => refusal(403, 'NotEnoughPermissions', 'A bot can change its own messages only.'),
  conversationNotFound: () => refusal(404, 'ConversationNotFound', 'Conversation not found.'),
  activityNotFound: () =>
    refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.'),
  memberNotFound: () =>
    refusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.'),
  tooBig: () => refusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: (seconds: number): RouteReply => ({
    ...refusal(429, 'Throttled', 'Too many requests.'),
    headers: { 'retry-after': String(seconds) },
  }),
};
