import { normaliseText } from '../../../../src/adapters/teams/in/text';

const BOT = { id: '28:bot-1', name: 'Referral Desk' };
const mention = (text: string | undefined, id = BOT.id) => ({
  type: 'mention',
  text,
  mentioned: { id, name: 'x' },
});
const heard = (text: unknown, entities?: unknown, bot: object = BOT) =>
  normaliseText({ text, entities }, bot);

describe('what a person has typed', () => {
  const cases: [string, unknown, unknown, string][] = [
    ['plain', 'my active deals', undefined, 'my active deals'],
    [
      'with a mention in front and a line break at the end',
      '<at>Referral Desk</at> help\n',
      [mention('<at>Referral Desk</at>')],
      'help',
    ],
    [
      'with an odd space after the mention',
      '<at>Referral Desk</at>&nbsp;help',
      [mention('<at>Referral Desk</at>')],
      'help',
    ],
    [
      'with a no-break space',
      '<at>Referral Desk</at>\u00a0help',
      [mention('<at>Referral Desk</at>')],
      'help',
    ],
    [
      'with two mentions',
      '<at>Referral Desk</at> <at>Referral Desk</at> inbox',
      [mention('<at>Referral Desk</at>')],
      'inbox',
    ],
    ['with a mention at the end', 'help <at>Referral Desk</at>', [mention('<at>Referral Desk</at>')], 'help'],
    ['with a mention under another name', '<at>Desk</at> help', [mention('<at>Desk</at>')], 'help'],
    ['with a mention whose text Teams left out', '<at>Referral Desk</at> help', [mention(undefined)], 'help'],
    ['with a mention without any entity', '<at>referral desk</at> help', null, 'help'],
    ['with an attribute in the mention', '<at id="0">Referral Desk</at> help', [], 'help'],
    [
      'with a colleague mentioned',
      '<at>Referral Desk</at> who is <at>Bo &amp; Co</at>',
      [mention('<at>Bo &amp; Co</at>', '29:bo')],
      'who is Bo & Co',
    ],
    [
      'with HTML entities',
      'deals &lt; 5 &amp; &quot;new&quot; &#8364; &#x20AC;',
      undefined,
      'deals < 5 & "new" € €',
    ],
    ['with an entity typed as text', '&amp;lt;b&amp;gt;', undefined, '&lt;b&gt;'],
    ['with an <at> typed as text', '&lt;at&gt;Referral Desk&lt;/at&gt;', undefined, '<at>Referral Desk</at>'],
    ['with an impossible entity', 'a&#0;b&#xD800;c&#9999999;d', undefined, 'abcd'],
    ['with many spaces and lines', '  a   b \r\n c\t d ', undefined, 'a b\nc d'],
    ['with invisible characters', 'he\u200blp\u0000\u0007', undefined, 'help'],
    ['nothing but a mention', '<at>Referral Desk</at>', [mention('<at>Referral Desk</at>')], ''],
    ['no text at all: a card was sent', undefined, null, ''],
    ['text that is no text', { evil: true }, [7, null, 'x'], ''],
  ];
  it.each(cases)('%s', (_, text, entities, expected) => {
    expect(heard(text, entities)).toBe(expected);
  });

  it('to a bot with & in its name', () => {
    const bot = { id: BOT.id, name: 'R&D Desk' };
    expect(heard('<at>R&amp;D Desk</at> help', [mention(undefined)], bot)).toBe('help');
    expect(heard('<at>R&D Desk</at> help', [], bot)).toBe('help');
  });

  it('is kept as it is when the bot does not know its own name', () => {
    expect(heard('<at>Somebody</at> help', [], {})).toBe('Somebody help');
  });

  it('is cut when no person can have typed it', () => {
    expect(heard('x'.repeat(500_000)).length).toBe(30_000);
    expect(heard('<at>'.repeat(100_000)).length).toBeLessThanOrEqual(30_000);
  });
});
