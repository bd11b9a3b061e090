import * as samples from './samples';
import { answered, type Named, type Sitting } from './sitting';

/** How accounts of Partner Center stand: one that works and shares, and two with something to do. */
function connections(sitting: Sitting): Named {
  const { text } = sitting;
  const theirs = { url: 'https://crm.contoso.example/hook', events: ['referral-created'] };
  const here = {
    reachable: true,
    open: false,
    polledAt: samples.NOW,
    signIn: 'https://desk.example/connect/x',
  };
  const all = [
    {
      ...here,
      ...{ account: '11111111-2222-4333-8444-555555555555', name: text, feeds: text },
      signedInAs: text,
      checked: { at: samples.NOW, found: 'all' as const, role: 'user' as const },
      listening: { state: 'ours' as const, theirs, sharing: 'share' as const },
    },
    {
      ...here,
      ...{ account: '22222222-2222-4333-8444-555555555555', name: '22222222' },
      signedOut: 'mfa' as const,
      checked: { at: samples.NOW, found: 'reads-only' as const, problem: text },
      listening: { state: 'refused' as const, problem: text },
      code: { address: 'https://microsoft.com/devicelogin', code: 'ABCD-EFGH' },
    },
  ];
  const answer = { kind: 'connections', connections: all, now: samples.NOW, byCommand: true } as const;
  return ['connections', ...answered(sitting, answer, 'message')];
}

/** How somebody stands with Partner Center themselves, and what they may not. */
function ownSignIns(sitting: Sitting): Named[] {
  const { text } = sitting;
  const here = { account: 'x', name: text, link: 'https://desk.example/connect/x' };
  const [out, signedIn, refused] = [
    { ...here, signedIn: false },
    { ...here, signedIn: true, who: text },
    { ...here, signedIn: false, refused: 'mfa' as const },
  ];
  const own = { kind: 'own-sign-in' } as const;
  return [
    ['own sign-in: needed', ...answered(sitting, { ...own, states: [out], needed: true })],
    ['own sign-in: signed in', ...answered(sitting, { ...own, states: [signedIn] }, 'message')],
    ['own sign-in: several', ...answered(sitting, { ...own, states: [signedIn, refused] }, 'message')],
    ['own sign-in: signed out', ...answered(sitting, { ...own, states: [out], left: true }, 'message')],
    ['no right', ...answered(sitting, { kind: 'no-right', why: 'hidden', ask: [text, 'Nestor Wilke'] })],
  ];
}

export const accounts = (sitting: Sitting): Named[] => [connections(sitting), ...ownSignIns(sitting)];
