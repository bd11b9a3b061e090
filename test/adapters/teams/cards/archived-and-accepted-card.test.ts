import { nodes, visible } from '../../../cards/reading';
import {
  acceptedView,
  declinedView,
  expiredView,
  HOUR,
  megan,
  NOW,
  receivedView,
  wonView,
} from '../../../cards/samples';
import { drawCard, renderer } from './drawing';

describe('the card of an accepted deal', () => {
  const pending = (state: 'sending' | 'unconfirmed') =>
    acceptedView({ pending: { state, by: megan, at: NOW, change: {} } });

  it('names deal and owner', () => {
    expect(visible(drawCard(acceptedView()))).toEqual([
      'Accepted',
      '✅ Confirmed by Partner Center',
      'Tailspin Toys',
      'Bonn, Germany · 51–250 people',
      'What they ask for',
      'We need help moving 80 seats to Microsoft 365 before the summer.',
      ...[
        'Deal',
        'Tailspin Toys – Microsoft 365',
        'CRM id',
        'OPP-4711',
        'Value',
        '€40,000',
        'Close date',
        '28 Feb 2026',
      ],
      ...['Products', 'Microsoft 365', 'Services', 'Deployment or migration', 'Industry', 'Education'],
      'Owner: <at>Megan Bowen</at>',
      '[I called] [Contact] [Edit deal] [Add note] [More]',
    ]);
  });

  it('links the CRM id where the settings say so, and only to a safe address', () => {
    const links = (crmUrl: string) =>
      nodes(drawCard(acceptedView({ crmUrl }))).filter(
        ({ type, url }) => type === 'Action.OpenUrl' && String(url).includes('crm'),
      );
    expect(links('https://crm.example/OPP-4711')).toEqual([
      { type: 'Action.OpenUrl', title: 'OPP-4711', url: 'https://crm.example/OPP-4711' },
    ]);
    expect(links('javascript:crm()')).toEqual([]);
    expect(visible(drawCard(acceptedView({ crmUrl: 'https://crm.example/OPP-4711' })))).toEqual(
      visible(drawCard(acceptedView())),
    );
  });

  it('says how far Partner Center has got', () => {
    expect(visible(drawCard(pending('sending')))[1]).toBe('⏳ Sending to Partner Center…');
    expect(visible(drawCard(pending('unconfirmed')))[1]).toBe(
      '📤 Sent to Partner Center, waiting for confirmation',
    );
    expect(visible(drawCard(acceptedView()))[1]).toBe('✅ Confirmed by Partner Center');
    expect(visible(drawCard(acceptedView({ connected: false }))).join('\n')).not.toContain('Partner Center');
  });

  it('was accepted in Partner Center when nobody here holds it', () => {
    const { owner: _, ...view } = acceptedView();
    const words = visible(drawCard(view));
    expect(words).toContain('Accepted in Partner Center');
    expect(words).not.toContain('✅ Confirmed by Partner Center');
  });

  it('speaks to the owner alone in their own chat, without a mention', () => {
    const card = drawCard(acceptedView({ audience: 'person' }));
    expect(visible(card)).toContain('Owner: Megan Bowen');
    expect(card['msteams']).toEqual({ entities: [] });
  });

  it('never shows how to reach the people of the customer', () => {
    for (const view of [receivedView(), acceptedView(), declinedView(), wonView()]) {
      expect(JSON.stringify(drawCard(view))).not.toMatch(/Kim|Akers|\+49|tailspin\.example/u);
    }
  });
});

describe('the card of a referral that is over', () => {
  it('says who declined it and why', () => {
    expect(visible(drawCard(declinedView())).slice(0, 7)).toEqual([
      'Declined',
      'Declined by Megan Bowen, 5 Jan 2026, 11:42',
      '✅ Confirmed by Partner Center',
      'It is final: nothing can be changed any more.',
      'Tailspin Toys',
      'Bonn, Germany · 51–250 people',
      'Reason',
    ]);
    expect(visible(drawCard(declinedView()))).toContain('Customer chose another vendor');
  });

  it('says that it has expired', () => {
    const words = visible(drawCard(expiredView()));
    expect(words.slice(0, 3)).toEqual([
      'Expired',
      'Since 19 Jan 2026, 10:42',
      'Nobody answered before its date. It is final: nothing can be changed any more.',
    ]);
    expect(words.at(-1)).toBe('[Details]');
  });

  it('does not call it final before Partner Center has confirmed it', () => {
    const words = visible(
      drawCard(declinedView({ pending: { state: 'sending', by: megan, at: NOW, change: {} } })),
    );
    expect(words).toContain('⏳ Sending to Partner Center…');
    expect(words.join('\n')).not.toContain('final');
  });
});

describe('a fingerprint', () => {
  const of = (view = receivedView()) => renderer.message({ kind: 'card', view }).fingerprint;

  it('is the same for what looks the same, and differs with what is seen', () => {
    expect(of(receivedView({ asOf: NOW + HOUR, now: NOW + HOUR }))).toBe(of());
    expect(of(acceptedView())).not.toBe(of());
  });
});
