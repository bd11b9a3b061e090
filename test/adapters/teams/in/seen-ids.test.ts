import { createSeenIds } from '../../../../src/adapters/teams/in/seen-ids';

const activity = (id: string | undefined, conversation = 'a:1') => ({
  id,
  conversation: { id: conversation },
});

describe('an activity that Teams sends again', () => {
  it('is taken up once', () => {
    const seen = createSeenIds();
    expect(seen.take(activity('1'))).toBe(true);
    expect(seen.take(activity('1'))).toBe(false);
  });

  it('is another one in another conversation', () => {
    const seen = createSeenIds();
    seen.take(activity('1'));
    expect(seen.take(activity('1', 'a:2'))).toBe(true);
  });

  it('is taken up again when its turn failed', () => {
    const seen = createSeenIds();
    seen.take(activity('1'));
    seen.forget(activity('1'));
    expect(seen.take(activity('1'))).toBe(true);
  });

  it('cannot be known without an id', () => {
    const seen = createSeenIds();
    for (const id of [undefined, '']) {
      expect(seen.take(activity(id))).toBe(true);
      expect(seen.take(activity(id))).toBe(true);
    }
  });

  it('is forgotten only when enough newer ones came, counted from its last time', () => {
    const seen = createSeenIds(2);
    seen.take(activity('1'));
    seen.take(activity('2'));
    seen.take(activity('1'));
    seen.take(activity('3'));
    expect(seen.take(activity('1'))).toBe(false);
    expect(seen.take(activity('2'))).toBe(true);
  });
});
