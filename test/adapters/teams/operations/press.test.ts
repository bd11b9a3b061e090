import { readPress } from '../../../../src/adapters/teams/operations/press';

const desk = { v: 1, do: 'accept', referral: 'acc/ref-1' };

describe('a button of ours', () => {
  const bag = { desk, name: 'Contoso', dealValue: 40000, urgent: true };
  const expected = { ...desk, inputs: { name: 'Contoso', dealValue: '40000', urgent: 'true' } };

  it.each([
    ['Action.Execute', { action: { type: 'Action.Execute', verb: 'accept', data: bag }, trigger: 'manual' }],
    ['a dialog', { data: { ...bag, msteams: { type: 'task/fetch' } }, context: { theme: 'dark' } }],
    ['Action.Submit', bag],
  ])('is read from %s', (_, value) => {
    expect(readPress(value)).toEqual(expected);
  });

  it('carries where a list goes on', () => {
    const more = {
      v: 1,
      do: 'more-list',
      list: 'inbox',
      words: '',
      after: { urgency: 5, id: 'x' },
      from: 11,
    };
    expect(readPress({ desk: more })).toEqual({ ...more, inputs: {} });
  });

  it('brings long text whole up to 20,480 characters', () => {
    const inputs = { notes: 'x'.repeat(10_000), more: 'y'.repeat(30_000) };
    const read = readPress({ desk, ...inputs })?.inputs;
    expect(read?.notes).toHaveLength(10_000);
    expect(read?.more).toHaveLength(20_480);
  });

  it('drops inputs that are no text, number or toggle, and more than sixty', () => {
    expect(readPress({ desk, a: null, b: {}, c: ['x'], d: undefined, e: '' })?.inputs).toEqual({ e: '' });
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, 'x']));
    expect(Object.keys(readPress({ desk, ...many })?.inputs ?? {})).toHaveLength(60);
  });
});

describe('what is not', () => {
  it.each([
    undefined,
    null,
    7,
    'accept',
    [],
    {},
    { desk: null },
    { desk: 'accept' },
    { desk: [] },
    { desk: { ...desk, v: 2 } },
    { desk: { ...desk, v: '1' } },
    { desk: { ...desk, do: undefined } },
    { desk: { ...desk, do: 'Accept now' } },
    { desk: { ...desk, do: '__proto__' } },
    { desk: { ...desk, referral: { $ne: null } } },
    { desk: { ...desk, referral: 'x'.repeat(600) } },
    { desk: { ...desk, after: 'x' } },
    { desk: { ...desk, from: -1 } },
    { action: { data: 'x' } },
  ])('%j', (value) => {
    expect(readPress(value)).toBeUndefined();
  });

  it('is one over 4 KiB', () => {
    expect(readPress({ desk: { ...desk, padding: 'x'.repeat(5000) } })).toBeUndefined();
  });

  it('is one that only inherits its key', () => {
    expect(readPress(Object.create({ desk }))).toBeUndefined();
  });
});

describe('hostile keys', () => {
  const read = readPress(
    JSON.parse(
      '{"desk":{"v":1,"do":"accept","__proto__":{"admin":true},"extra":1},"__proto__":"x","constructor":"y","$where":"z"}',
    ),
  );

  it('change no prototype and bring nothing unknown', () => {
    expect({}).not.toHaveProperty('admin');
    expect(read).toEqual({ v: 1, do: 'accept', inputs: { constructor: 'y' } });
    expect(read).not.toHaveProperty('admin');
  });

  it('an input that nobody sent is not there, whatever its name', () => {
    expect(readPress({ desk })?.inputs.toString).toBeUndefined();
  });
});
