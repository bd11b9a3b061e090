import { lint } from '../../../cards/lint';
import { nodes, visible } from '../../../cards/reading';
import {
  acceptedView,
  ALEX,
  contactClock,
  coSellView,
  DAY,
  expiredView,
  expiry,
  HOUR,
  megan,
  NOW,
  receivedView,
  respond,
} from '../../../cards/samples';
import { drawCard, renderer } from './drawing';
import { draw } from '../../../cards/draw';

const asked = { requestedContact: true };

describe('the card of a new referral', () => {
  it('reads from the wish of the customer down to who is to answer', () => {
    const card = drawCard(receivedView({ current: asked, clocks: [respond(), contactClock(), expiry()] }));
    expect(visible(card)).toEqual([
      '🔥 The customer asks to be contacted directly. The sooner, the better your chances. Contact them by Thu 10:42.',
      'New lead',
      'Customer inquiry, from the customer through your business profile',
      'Tailspin Toys',
      'Bonn, Germany · 51–250 people',
      'What they ask for',
      'We need help moving 80 seats to Microsoft 365 before the summer.',
      ...['Products', 'Microsoft 365', 'Services', 'Deployment or migration', 'Industry', 'Education'],
      ...['Came to', 'Contoso Bonn'],
      'Answer by Tue 10:42',
      'Expires Mon 19 Jan 10:42',
      'Owner: nobody yet. Who answers: <at>Megan Bowen</at>, <at>Alex Wilber</at>',
      '[Accept] [Decline] [Contact] [More]',
    ]);
  });

  it('says for co-sell who sent it, their note and the help asked for', () => {
    const words = visible(drawCard(coSellView()));
    expect(words.slice(0, 2)).toEqual([
      'New co-sell opportunity',
      'Inbound co-sell opportunity, from partner Fabrikam Consulting',
    ]);
    expect(words).toEqual(
      expect.arrayContaining([
        'They know us well; please call before Friday.',
        'Proof of concept or demo',
        '$120,000.50',
        '30 Jun 2026',
      ]),
    );
  });

  it('leaves out what is not known', () => {
    const card = drawCard(
      receivedView({
        responders: [],
        clocks: [],
        current: {
          customer: { name: 'A' },
          request: '',
          products: [],
          services: [],
          industries: [],
          location: '',
        },
      }),
    );
    expect(visible(card)).toEqual([
      'New lead',
      'Customer inquiry, from the customer through your business profile',
      'A',
      'Owner: nobody yet',
      '[Accept] [Decline] [Contact] [More]',
    ]);
    expect(lint(card)).toEqual([]);
  });

  it('quotes 300 characters of the request and leaves the rest to Details', () => {
    const view = receivedView({ current: { request: 'seats '.repeat(200) } });
    const quoted = visible(drawCard(view)).find((text) => text.startsWith('seats'))!;
    expect(quoted.length).toBeLessThanOrEqual(300);
    expect(quoted.endsWith('…')).toBe(true);
    expect(
      visible(draw(renderer, { kind: 'details', view }, 'dialog').card).some((text) => text.length > 1000),
    ).toBe(true);
  });

  it('says when time gets short, and when it is over', () => {
    const soon = visible(drawCard(receivedView({ clocks: [respond({ state: 'soon' })] })));
    expect(soon).toContain('⏳ Less than 12 hours left: answer by Tue 10:42');
    const over = visible(
      drawCard(receivedView({ now: NOW + 2 * DAY, clocks: [respond({ state: 'passed' })] })),
    );
    expect(over[0]).toBe('⚠️ Overdue since Tue 10:42: nobody has answered. You can still accept or decline.');
  });

  it('still asks for contact after 72 hours, in other words', () => {
    const card = drawCard(
      receivedView({ now: NOW + 3 * DAY, current: asked, clocks: [contactClock({ state: 'passed' })] }),
    );
    expect(visible(card)[0]).toBe(
      '🕓 Contact overdue since Thu 10:42: the customer asked for it. Contact them if you want the deal.',
    );
  });

  it('stops asking for contact once somebody has called', () => {
    const called = { by: megan, at: NOW + HOUR, result: 'reached' } as const;
    const words = visible(drawCard(receivedView({ current: asked, called })));
    expect(words[0]).toBe('New lead');
    expect(words).toContain('Megan Bowen, Mon 11:42: reached');
  });

  it('asks Partner Center past its date when connected, and says so itself when it stands alone', () => {
    const over = [expiry({ state: 'passed' })];
    expect(visible(drawCard(receivedView({ clocks: over })))).toContain(
      '⌛ Past its date, asking Partner Center',
    );
    const alone = visible(drawCard(receivedView({ clocks: over, connected: false }))).join('\n');
    expect(alone).toContain('⌛ Past its date since Mon 19 Jan 10:42');
    expect(alone).not.toContain('Partner Center');
  });

  it('prints the same deadline at any hour of the reader, in their zone', () => {
    const words = visible(drawCard(receivedView({ zone: 'America/New_York', clocks: [respond()] })));
    expect(words).toContain('Answer by Tue 04:42');
  });

  it('mentions who answers with the ids that Teams knows them by', () => {
    const nameless = { ...ALEX, name: 'A*lex <at>' };
    const { teamsId: _, ...unknown } = nameless;
    const card = drawCard(receivedView({ responders: [unknown] }));
    const entities = (card['msteams'] as { entities: unknown[] }).entities;
    expect(entities).toEqual([
      { type: 'mention', text: '<at>A lex at</at>', mentioned: { id: ALEX.aadObjectId, name: 'A lex at' } },
    ]);
    expect(visible(card)).toContain('Owner: nobody yet. Who answers: <at>A lex at</at>');
  });

  it('links the name of the customer to Partner Center', () => {
    const link = nodes(drawCard(receivedView())).find((node) => node['type'] === 'Action.OpenUrl');
    expect(link).toMatchObject({
      title: 'Open Tailspin Toys in Partner Center',
      url: expect.stringContaining('/leads/6f0c9a2e'),
    });
  });

  it('notifies in one line', () => {
    const summary = (view = receivedView()) => renderer.message({ kind: 'card', view }).summary;
    expect(summary()).toBe(
      'New lead: Tailspin Toys, Bonn. Microsoft 365, 51–250 people. Answer by Tue 10:42',
    );
    expect(summary(acceptedView())).toBe('Accepted by Megan Bowen: Tailspin Toys');
    expect(summary(expiredView())).toBe('Expired: Tailspin Toys');
  });
});
