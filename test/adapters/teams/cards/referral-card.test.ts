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
      '🔥 New lead, asks to be contacted · answer by Tue 10:42',
      'Tailspin Toys · Bonn, Germany · 51–250 people',
      '“We need help moving 80 seats to Microsoft 365 before the summer.”',
      'Microsoft 365 · Deployment or migration · Education',
      'Nobody has it yet · <at>Megan Bowen</at>, <at>Alex Wilber</at>',
      '[Accept] [Decline] [Contact] · [Details] [I called] [Add note] [Report as spam] [Open in Partner Center]',
    ]);
  });

  it('says for co-sell who sent it, their note and the help asked for', () => {
    const words = visible(drawCard(coSellView()));
    expect(words[0]).toBe('New co-sell opportunity · answer by Tue 10:42');
    expect(words.slice(3, 6)).toEqual([
      'Fabrikam Consulting: “They know us well; please call before Friday.”',
      '$120,000.50 · closes 30 Jun 2026',
      'Help asked for: Proof of concept or demo',
    ]);
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
      'A',
      'Nobody has it yet',
      '[Accept] [Decline] [Contact] · [Details] [I called] [Add note] [Report as spam] [Open in Partner Center]',
    ]);
    expect(lint(card)).toEqual([]);
  });

  it('quotes 300 characters of the request and leaves the rest to Details', () => {
    const view = receivedView({ current: { request: 'seats '.repeat(200) } });
    const quoted = visible(drawCard(view)).find((text) => text.startsWith('“seats'))!;
    expect(quoted.length).toBeLessThanOrEqual(302);
    expect(quoted.endsWith('…”')).toBe(true);
    expect(
      visible(draw(renderer, { kind: 'details', view }, 'dialog').card).some((text) => text.length > 1000),
    ).toBe(true);
  });

  it('says when time gets short, and when it is over', () => {
    const soon = receivedView({ clocks: [respond({ state: 'soon' })] });
    const over = receivedView({ now: NOW + 2 * DAY, clocks: [respond({ state: 'passed' })] });
    const titles = [receivedView(), soon, over].map((view) => nodes(drawCard(view)['body'])[0]);
    expect(titles.map((title) => [title!['text'], title!['color']])).toEqual([
      ['New lead · answer by Tue 10:42', 'Default'],
      ['New lead · answer by Tue 10:42', 'Warning'],
      ['New lead · overdue since Tue 10:42', 'Attention'],
    ]);
  });

  it('says when it expires in the last three days only', () => {
    const words = (clocks: ReturnType<typeof expiry>[]) => visible(drawCard(receivedView({ clocks }))).join();
    expect(words([respond(), expiry({ state: 'soon' })])).toContain('Expires Mon 19 Jan 10:42');
    expect(words([respond(), expiry()])).not.toContain('xpires');
  });

  it('still asks for contact after 72 hours', () => {
    const card = drawCard(
      receivedView({ now: NOW + 3 * DAY, current: asked, clocks: [contactClock({ state: 'passed' })] }),
    );
    expect(visible(card)[0]).toBe('🔥 New lead, asks to be contacted · contact overdue since Thu 10:42');
  });

  it('stops asking for contact once somebody has called', () => {
    const called = { by: megan, at: NOW + HOUR, result: 'reached' } as const;
    const words = visible(drawCard(receivedView({ current: asked, called })));
    expect(words[0]).toBe('New lead · answer by Tue 10:42');
    expect(words).toContain('Megan Bowen, Mon 11:42: reached');
  });

  it('asks Partner Center past its date when connected, and says so itself when it stands alone', () => {
    const over = [expiry({ state: 'passed' })];
    expect(visible(drawCard(receivedView({ clocks: over })))).toContain(
      'New lead · past its date, asking Partner Center',
    );
    const alone = visible(drawCard(receivedView({ clocks: over, connected: false }))).join('\n');
    expect(alone).toContain('New lead · past its date since Mon 19 Jan 10:42');
  });

  it('prints the same deadline at any hour of the reader, in their zone', () => {
    const words = visible(drawCard(receivedView({ zone: 'America/New_York', clocks: [respond()] })));
    expect(words).toContain('New lead · answer by Tue 04:42');
  });

  it('mentions who answers with the ids that Teams knows them by', () => {
    const nameless = { ...ALEX, name: 'A*lex <at>' };
    const { teamsId: _, ...unknown } = nameless;
    const card = drawCard(receivedView({ responders: [unknown] }));
    const entities = (card['msteams'] as { entities: unknown[] }).entities;
    expect(entities).toEqual([
      { type: 'mention', text: '<at>A lex at</at>', mentioned: { id: ALEX.aadObjectId, name: 'A lex at' } },
    ]);
    expect(visible(card)).toContain('Nobody has it yet · <at>A lex at</at>');
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
