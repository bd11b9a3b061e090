import { outcomeOf, OUTCOMES, type Call } from '../../../../src/adapters/teams/out/outcomes';

const rows: [number, string | undefined, Call, string][] = [
  [400, 'BadArgument', 'post', 'rejected'],
  [401, 'BotNotRegistered', 'post', 'retry'],
  [403, 'BotDisabledByAdmin', 'post', 'unreachable'],
  [403, 'BotNotInConversationRoster', 'post', 'unreachable'],
  [403, 'ConversationBlockedByUser', 'post', 'unreachable'],
  [403, 'NotEnoughPermissions', 'update', 'unreachable'],
  [403, 'MessageWritesBlocked', 'post', 'unreachable'],
  [403, undefined, 'post', 'unreachable'],
  [403, 'InvalidBotApiHost', 'post', 'unreachable'],
  [404, 'ActivityNotFoundInConversation', 'update', 'vanished'],
  [404, 'ActivityNotFoundInConversation', 'post', 'unreachable'],
  [404, 'ActivityNotFoundInConversation', 'remove', 'vanished'],
  [501, 'DeleteActivityAPINotImplemented', 'remove', 'rejected'],
  [501, undefined, 'post', 'retry'],
  [404, 'ConversationNotFound', 'post', 'unreachable'],
  [404, 'ConversationNotFound', 'update', 'unreachable'],
  [404, undefined, 'update', 'unreachable'],
  [408, undefined, 'post', 'retry'],
  [409, undefined, 'post', 'retry'],
  [412, 'PreconditionFailed', 'update', 'retry'],
  [413, 'MessageSizeTooBig', 'post', 'rejected'],
  [429, 'Throttled', 'post', 'retry'],
  [500, 'ServiceError', 'post', 'retry'],
  [502, 'ServiceError', 'post', 'retry'],
  [503, undefined, 'post', 'retry'],
  [504, undefined, 'update', 'retry'],
  [307, undefined, 'post', 'retry'],
];

describe('what an answer of Teams means', () => {
  it.each(rows)('%i %s to a %s: %s', (status, code, call, kind) => {
    expect(outcomeOf(status, code, call)).toBe(kind);
  });

  it('has a row here for each row of the table', () => {
    const tested = new Set(rows.map(([status]) => status));
    expect(OUTCOMES.filter(({ status }) => !tested.has(status))).toEqual([]);
  });
});
