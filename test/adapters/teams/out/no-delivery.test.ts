import { refusalOf } from '../../../../src/adapters/teams/out/no-delivery';
import { retryAfterMs } from '../../../../src/platform/retry-after';

const NOW = Date.UTC(2026, 10, 20, 9);

describe('how long Teams asks to wait', () => {
  it.each([
    ['2', undefined, 2000],
    ['0', undefined, 0],
    [' 7 ', undefined, 7000],
    ['Fri, 20 Nov 2026 09:00:30 GMT', undefined, 30_000],
    ['Fri, 20 Nov 2026 10:00:30 GMT', 'Fri, 20 Nov 2026 10:00:00 GMT', 30_000],
    ['Fri, 20 Nov 2026 08:00:00 GMT', undefined, 0],
    ['999999999', undefined, 3_600_000],
    ['soon', undefined, undefined],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
  ])('Retry-After %p with date %p is %p ms', (retryAfter, date, expected) => {
    expect(retryAfterMs({ 'retry-after': retryAfter, date }, NOW, 3_600_000)).toBe(expected);
  });
});

describe('what a refusal says', () => {
  const says = (body: string) => refusalOf(403, {}, body, NOW);

  it('is read from the usual shape: status and code, and nothing that was written', () => {
    const refused = says(
      '{"error":{"code":"ConversationBlockedByUser","message":"Erika Muster blocked the bot"}}',
    );
    expect(refused.code).toBe('ConversationBlockedByUser');
    expect(refused.message).toBe('403 ConversationBlockedByUser');
  });

  it('is read from the shape with a message that is JSON itself', () => {
    const refused = says(
      '{"errorCode":209,"message":"{\\"subCode\\":\\"MessageWritesBlocked\\",\\"details\\":null}"}',
    );
    expect(refused.code).toBe('MessageWritesBlocked');
  });

  it.each([
    '<html>Forbidden</html>',
    '',
    'null',
    '[]',
    '{"error":7,"message":[]}',
    '{"error":{"code":{}}}',
    '{"error":{"code":"Erika Muster +49 170 1234567"}}',
    '{"error":{"code":"x\\nfaked line"}}',
    JSON.stringify({ message: 'x'.repeat(5000) }),
  ])('is only the status when the body is %p', (body) =>
    expect(says(body)).toMatchObject({ code: undefined, message: '403' }),
  );
});
