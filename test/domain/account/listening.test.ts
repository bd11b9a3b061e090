import { wanted, type Listening } from '../../../src/domain/account/listening';

const OURS = 'https://desk.example/api/partner-center/events';
const THEIRS = { url: 'https://crm.example/hook', events: ['referral-created', 'subscription-updated'] };
const stood: Listening = { state: 'ours', stood: true, theirs: THEIRS };

describe('a registration that has vanished', () => {
  it('is made anew for the events of both where the desk passes on', () => {
    const want = wanted(undefined, OURS, { ...stood, sharing: 'share' });
    expect(want).toMatchObject({ kind: 'write', registration: { url: OURS }, listening: { theirs: THEIRS } });
    expect(want.kind === 'write' && want.registration.events).toContain('subscription-updated');
  });

  it('is the desk’s alone where the other was to be told no more', () => {
    const want = wanted(undefined, OURS, { ...stood, sharing: 'replace' });
    expect(want.kind === 'write' && want.registration.events).not.toContain('subscription-updated');
  });

  it('was left to another system: that has gone, and the next look does not bring it back', () => {
    const want = wanted(undefined, OURS, { state: 'theirs', theirs: THEIRS, sharing: 'leave' });
    if (want.kind !== 'write') throw new Error('nothing is registered');
    expect(want.registration.url).toBe(OURS);
    expect(wanted(want.registration, OURS, want.listening)).toMatchObject({ kind: 'keep' });
  });
});

it('the desk’s own former address is no other system: the desk has moved, and stands there with the new one alone', () => {
  const before = wanted(undefined, OURS, undefined);
  if (before.kind !== 'write') throw new Error('nothing is registered');
  const moved = 'https://new.example/api/partner-center/events';
  const want = wanted(before.registration, moved, before.listening);
  expect(want).toMatchObject({ kind: 'write', registration: { url: moved } });
  expect(want.listening).not.toHaveProperty('theirs');
  expect(wanted({ ...before.registration, url: moved }, moved, want.listening)).toMatchObject({
    kind: 'keep',
  });
});
