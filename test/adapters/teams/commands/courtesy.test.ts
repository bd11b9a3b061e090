import { courtesyIn } from '../../../../src/adapters/teams/commands/match';
import { deskChat } from '../bot/chat';

describe('words of courtesy', () => {
  it.each(['thanks', 'Thank you!', 'ok thanks', 'thx', 'thanks a lot', 'Thanks for the quick help.'])(
    '%j is thanked for',
    (text) => {
      expect(courtesyIn(text)).toBe('thanks');
    },
  );

  it.each(['ok', 'OK.', 'great!', 'got it', '👍'])('%j is a nod', (text) => {
    expect(courtesyIn(text)).toBe('nod');
  });

  it.each(['thanks contoso', 'ok contoso', 'fine foods', '', 'okapi'])('%j wants something', (text) => {
    expect(courtesyIn(text)).toBeUndefined();
  });

  it('get no help card', async () => {
    const chat = await deskChat();
    expect(await chat.say('thanks')).toBe('You are welcome.');
    expect(await chat.say('ok')).toBe('👍');
    await chat.stop();
  });
});
