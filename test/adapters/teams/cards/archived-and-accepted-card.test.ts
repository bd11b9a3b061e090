import type { ReferralView } from '../../../../src/application/ports/messages';
import { nodes, visible } from '../../../cards/reading';
import {
  acceptedView,
  contactClock,
  DAY,
  declinedView,
  expiredView,
  HOUR,
  megan,
  NOW,
  receivedView,
  wonView,
  WORKED_ON,
} from '../../../cards/samples';
import { drawCard, renderer } from './drawing';

describe('the card of an accepted deal', () => {
  const pending = (state: 'sending' | 'unconfirmed') =>
    acceptedView({ pending: { state, by: megan, at: NOW, change: {} } });

  it('says what it was, what it is worth and whose it is, the request folded', () => {
    expect(visible(drawCard(acceptedView()))).toEqual([
      'Lead from the customer',
      '✓ Accepted',
      'Tailspin Toys · Bonn, Germany · 51–250 people',
      '€40,000 · closes 28 Feb 2026 · owner Megan Bowen',
      'CRM OPP-4711 · Microsoft 365 · Deployment or migration · Education',
      'What they ask for ▾',
      '[Edit deal] [Add note] [Close deal] [Contact] · [Details] ' +
        '[Add colleague] [Add customer contact] [Add solution] [Change a person] [Remove person or solution] [I called] [Open in Partner Center]',
    ]);
    const asked = nodes(drawCard(acceptedView())).find(({ id }) => id === 'folded')!;
    expect(JSON.stringify(asked)).toContain('We need help moving 80 seats');
  });

  it.each([
    ['a sign-in', { awaits: { by: megan, until: NOW } }, 'Waits for Megan Bowen to sign in'],
    ['Partner Center', { tryAt: NOW }, 'Partner Center does not answer, saved here since'],
  ])('what waits for %s has a line of its own: the title has room beside it', (_, over, words) => {
    const [title, state, , line] = visible(drawCard({ ...pending('sending'), ...over }));
    expect([title, state]).toEqual(['Lead from the customer', 'Accepted']);
    expect(line).toContain(words);
  });

  it('says a solution once, whether the deal is named after it or it is asked for twice', () => {
    const current = { products: ['Factory Insights'], solutions: ['Factory Insights'] };
    const once = (name: string) =>
      visible(
        drawCard(acceptedView({ current: { ...current, deal: { ...acceptedView().current.deal, name } } })),
      )
        .join('\n')
        .match(/Factory Insights/gu);
    expect([once('Pilot of Factory Insights'), once('Pilot')]).toEqual([
      ['Factory Insights'],
      ['Factory Insights'],
    ]);
  });

  it('names colleagues beside the owner, a name that says more than the customer, help and what comes next', () => {
    const card = drawCard(
      acceptedView({
        clocks: [contactClock()],
        current: {
          ...WORKED_ON,
          kind: 'co-sell-inbound',
          help: 'ProofOfConceptOrDemo',
          sender: { kind: 'partner', name: '**Fabrikam**' },
        },
      }),
    );
    expect(visible(card)).toEqual(
      expect.arrayContaining([
        'Co-sell from Fabrikam',
        '€40,000 · closes 28 Feb 2026 · owner Megan Bowen · with Alex Wilber',
        'Help asked for: Proof of concept or demo',
        '🔥 Asks to be contacted · contact by Thu 10:42',
        'Eighty seats · CRM OPP-4711 · Microsoft 365 · Deployment or migration · Education',
      ]),
    );
  });

  it('links the CRM id where the settings say so, and only to a safe address', () => {
    const links = (crmUrl: string) =>
      nodes(drawCard(acceptedView({ crmUrl }))).filter(
        ({ type, url }) => type === 'Action.OpenUrl' && String(url).includes('crm'),
      );
    expect(links('https://crm.example/OPP-4711')).toEqual([
      {
        type: 'Action.OpenUrl',
        title: 'CRM OPP-4711',
        tooltip: 'CRM OPP-4711',
        url: 'https://crm.example/OPP-4711',
      },
    ]);
    expect(links('javascript:crm()')).toEqual([]);
    expect(visible(drawCard(acceptedView({ crmUrl: 'https://crm.example/OPP-4711' })))).toEqual(
      visible(drawCard(acceptedView())),
    );
  });

  it('says how far Partner Center has got', () => {
    const state = (view: ReferralView) => visible(drawCard(view))[1];
    expect(state(pending('sending'))).toBe('Accepted · sending…');
    expect(state(pending('unconfirmed'))).toBe('Accepted · not yet confirmed');
    expect(state(acceptedView())).toBe('✓ Accepted');
    expect(state({ ...pending('sending'), connected: false })).toBe('✓ Accepted');
  });

  it('was accepted in Partner Center when nobody here holds it', () => {
    const { owner: _, ...view } = acceptedView();
    expect(visible(drawCard(view))).toContain('€40,000 · closes 28 Feb 2026 · nobody here has it');
  });

  it('never shows how to reach the people of the customer', () => {
    for (const view of [receivedView(), acceptedView(), declinedView(), wonView()]) {
      expect(JSON.stringify(drawCard(view))).not.toMatch(/Kim|Akers|\+49|tailspin\.example/u);
    }
  });
});

describe('the card of a referral that is over', () => {
  it('says who declined it and why', () => {
    expect(visible(drawCard(declinedView()))).toEqual([
      'Declined by Megan Bowen · 5 Jan 11:42 · Customer chose another vendor · confirmed',
      'Tailspin Toys · Bonn, Germany · 51–250 people',
      'Microsoft 365 · Deployment or migration · Education',
      '[New deal like this] [Details] · [Open in Partner Center]',
    ]);
    const later = drawCard(declinedView({ now: NOW + 400 * DAY }));
    expect(visible(later)[0]).toContain(' · 5 Jan 2026, 11:42 · ');
  });

  it('says that it has expired', () => {
    const words = visible(drawCard(expiredView()));
    expect(words.slice(0, 3)).toEqual([
      'Expired · 19 Jan 10:42',
      'Tailspin Toys · Bonn, Germany · 51–250 people',
      'Nobody answered in time: it was for Megan Bowen, Alex Wilber.',
    ]);
  });

  it('does not call it confirmed before Partner Center has', () => {
    const words = visible(
      drawCard(declinedView({ pending: { state: 'sending', by: megan, at: NOW, change: {} } })),
    );
    expect(words[0]).toBe('Declined by Megan Bowen · 5 Jan 11:42 · Customer chose another vendor · sending…');
  });
});

describe('a fingerprint', () => {
  const of = (view = receivedView()) => renderer.message({ kind: 'card', view }).fingerprint;

  it('is the same for what looks the same, and differs with what is seen', () => {
    expect(of(receivedView({ asOf: NOW + HOUR, now: NOW + HOUR }))).toBe(of());
    expect(of(acceptedView())).not.toBe(of());
  });
});
