import { seal, unseal } from '../../../src/adapters/partner-center/sealed';

const TEXT = 'a refresh token, with ü and 🔑';

describe('a sealed text', () => {
  it('is opened by the key that sealed it, and shows nothing of itself', () => {
    const sealed = seal(['key one'], TEXT);
    expect(sealed).not.toContain('refresh');
    expect(unseal(['key one'], sealed)).toBe(TEXT);
  });

  it('is another one each time', () => {
    expect(seal(['key'], TEXT)).not.toBe(seal(['key'], TEXT));
  });

  it('is sealed by the first key and opened by any, while keys are replaced', () => {
    const before = seal(['old'], TEXT);
    const during = seal(['new', 'old'], TEXT);
    expect(unseal(['new', 'old'], before)).toBe(TEXT);
    expect(unseal(['new'], during)).toBe(TEXT);
    expect(unseal(['old'], during)).toBeUndefined();
    expect(unseal([], during)).toBeUndefined();
  });

  it('is not opened when any part of it was changed', () => {
    const parts = seal(['key'], TEXT).split('.');
    for (const at of parts.keys()) {
      const other = parts.map((part, i) =>
        i === at ? (part.startsWith('A') ? 'B' : 'A') + part.slice(1) : part,
      );
      expect(unseal(['key'], other.join('.'))).toBeUndefined();
    }
  });

  it.each(['', 'v1', 'v1....', 'v1.a.b.c.d', 'text', 'v2.a.b.c.d', '🔑.🔑.🔑.🔑.🔑'])('is not %j', (text) => {
    expect(unseal(['key'], text)).toBeUndefined();
  });

  it('needs a key', () => {
    expect(() => seal([], TEXT)).toThrow('no key');
    expect(() => seal([''], TEXT)).toThrow('no key');
  });
});
