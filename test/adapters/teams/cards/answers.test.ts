import { nodes, visible } from '../../../cards/reading';
import {
  acceptedView,
  alex,
  DAY,
  ended,
  megan,
  NOW,
  receivedView,
  sampleDesk,
  sampleList,
} from '../../../cards/samples';
import { renderer } from './drawing';
import { draw } from '../../../cards/draw';

describe('an outcome', () => {
  const said = (over: Parameters<typeof ended>[0]) => draw(renderer, ended(over), 'dialog');

  it('of an accepted deal says nothing that would be untrue a minute later', () => {
    const view = acceptedView({ pending: { state: 'sending', by: megan, at: NOW, change: {} } });
    expect(said({ view }).text).toBe(
      'Accepted: Tailspin Toys is yours. The card says when Partner Center has confirmed it.',
    );
  });

  it('of a second save says who was first and gives back what was written', () => {
    const { title, text, card } = said({ outcome: { kind: 'taken', by: alex, at: NOW } });
    expect([title, text]).toEqual(['Somebody was first', 'Alex Wilber was first: accepted Mon 10:42.']);
    expect(visible(card)).toEqual([
      'Alex Wilber was first: accepted Mon 10:42.',
      'This is what you wrote:',
      ...['Deal name', 'Tailspin Toys – Microsoft 365', 'Estimated value', '40k', 'Notes', 'Call first'],
      '[Details]',
    ]);
  });

  it.each([
    [{ kind: 'taken' }, 'Tailspin Toys has already been accepted in Partner Center.'],
    [
      { kind: 'final', archivedAs: 'expired' },
      'Tailspin Toys expired: nobody answered before. Nothing can be changed any more.',
    ],
    [{ kind: 'not-now', why: 'not-over' }, 'This comes later: Tailspin Toys is not closed yet.'],
    [{ kind: 'not-its-kind' }, 'This is not possible for Tailspin Toys: its kind is "Customer inquiry".'],
    [{ kind: 'done', did: 'declined' }, 'Declined: Tailspin Toys.'],
  ] as const)('%j is said in words', (outcome, words) => {
    expect(said({ outcome }).text).toBe(words);
  });

  it('of what may not be says whom to ask', () => {
    const refused = (kind: 'not-found' | 'not-yours' | 'no-desk') => draw(renderer, { kind }, 'card').text;
    const adminOnly = (...ask: string[]) => draw(renderer, { kind: 'admin-only', ask }, 'card').text;
    expect(adminOnly()).toContain('Ask your admin');
    expect(adminOnly('Megan Bowen')).toContain('Ask Megan Bowen.');
    expect(refused('not-yours')).toContain('Ask somebody in its channel');
    expect(refused('no-desk')).toContain('"bind"');
    expect(said({ outcome: { kind: 'owner-only', owner: 'Megan Bowen' } }).text).toContain(
      'Ask Megan Bowen.',
    );
    expect(said({ outcome: { kind: 'owner-only' } }).text).toContain('Somebody holds it');
    expect(said({ outcome: { kind: 'owner-only', owner: 'Megan Bowen' } }).text).not.toContain('contacts');
  });

  it('of a bound channel says who answers and what comes next', () => {
    const words = visible(
      draw(
        renderer,
        ended({ operation: 'bind', outcome: { kind: 'created' }, desk: sampleDesk() }),
        'message',
      ).card,
    );
    expect(words.slice(1, 6)).toEqual([
      'This channel is set up: new referrals come here.',
      'Who answers',
      'Megan Bowen',
      'Managers',
      'Alex Wilber',
    ]);
    expect(words.join(' ')).toContain('What comes next');
  });
});

describe('what one person sees', () => {
  it('the contacts, with how to reach them', () => {
    const { card } = draw(renderer, { kind: 'contacts', view: receivedView() }, 'dialog');
    expect(visible(card)).toEqual(
      expect.arrayContaining([
        'Only you see this. Please keep it to yourself.',
        'Kim Akers · IT manager',
        '+49 228 000000 · kim@tailspin.example',
        '[I called] [Accept] · [Details] [Add note] [Report as spam] [Open in Partner Center]',
      ]),
    );
    const contacting = { by: megan, at: NOW };
    const thread = (view: ReturnType<typeof receivedView>) =>
      visible(draw(renderer, { kind: 'contacts', view }, 'dialog').card).join();
    expect(thread(receivedView({ contacting }))).toContain('The thread says that you are contacting');
    // Who was contacting the customer before it was accepted is somebody else.
    expect(thread(acceptedView({ contacting }))).not.toContain('The thread says');
    const nobody = receivedView({ contacting, current: { contacts: [] } });
    const none = draw(renderer, { kind: 'contacts', view: nobody }, 'dialog');
    expect(none.text).toContain('There is no contact for this customer.');
    expect(visible(none.card).join()).not.toContain('The thread says');
  });

  it('the whole story in Details, the customer as its title and the ids last', () => {
    const { title, card } = draw(renderer, { kind: 'details', view: acceptedView() }, 'dialog');
    expect(title).toBe('Tailspin Toys');
    expect(visible(card)).toEqual([
      'Bonn, Germany · 51–250 people',
      'Accepted · confirmed',
      'Customer inquiry, from the customer through your business profile',
      expect.stringContaining('often to several partners at once'),
      'What they ask for',
      'We need help moving 80 seats to Microsoft 365 before the summer.',
      ...['Owner', 'Megan Bowen', 'Value', '€40,000', 'Close date', '28 Feb 2026'],
      ...['Products', 'Microsoft 365', 'Services', 'Deployment or migration', 'Industry', 'Education'],
      ...['Came to', 'Contoso Bonn', 'Deal', 'Tailspin Toys – Microsoft 365', 'CRM id', 'OPP-4711'],
      ...['Created', 'Mon 10:42', 'As of', 'Mon 11:42'],
      ...['Referral', '6f0c9a2e-1111-4a4b-9c11-0d5e7a000001'],
      'What happened',
      'Mon 11:42: accepted, Megan Bowen',
      'Mon 10:42: came in',
      '[Edit deal] [Add note] [Close deal] [Contact] · ' +
        '[Add colleague] [Add customer contact] [Add solution] [Change a person] [Remove person or solution] [I called] [Open in Partner Center]',
    ]);
    const message = draw(renderer, { kind: 'details', view: receivedView() }, 'message').card;
    expect(visible(message).slice(0, 2)).toEqual([
      'Tailspin Toys · Bonn, Germany · 51–250 people',
      'Received',
    ]);
  });

  it('a list with totals, sums and deadlines', () => {
    expect(visible(draw(renderer, sampleList(), 'message').card)).toEqual([
      'Your active deals',
      '2 deals · €40,000 · $120,000.50',
      ...['Tailspin Toys · Bonn', '€40,000', 'Microsoft 365 · closes 28 Feb 2026'],
      ...['Tailspin Toys · Bonn', '$120,000.50', 'Microsoft 365 · answer by Tue 10:42'],
      '[Without CRM id]',
    ]);
    const one = sampleList({ rows: [acceptedView()], total: 1, sums: [{ currency: 'EUR', value: '40000' }] });
    const team = visible(draw(renderer, { ...one, list: 'all-deals' }, 'message').card);
    expect(team.slice(1)).toEqual([
      '1 deal · €40,000',
      ...['Tailspin Toys · Bonn', '€40,000', 'Microsoft 365 · Megan Bowen · closes 28 Feb 2026'],
    ]);
    const page = visible(
      draw(renderer, sampleList({ total: 1_001, from: 11, next: { urgency: 1, id: 'x' } }), 'message').card,
    );
    expect([page[1], page.at(-1)]).toEqual([
      '11–12 of 1,000+ · €40,000 · $120,000.50',
      '[Show more] [Without CRM id]',
    ]);
  });

  it('what comes next when a list is empty', () => {
    const empty = (over: Parameters<typeof sampleList>[0]) =>
      draw(renderer, sampleList({ rows: [], total: 0, sums: [], ...over }), 'message').text;
    expect(empty({})).toBe(
      'Your active deals. You hold no deal yet. Write "inbox" to see what waits for an answer.',
    );
    expect(empty({ list: 'search', words: 'zebra' })).toContain('Nothing matches "zebra".');
    expect(empty({ bound: false })).toContain('mention the bot there and write "bind"');
  });

  it('what has passed meanwhile, in a list', () => {
    const late = receivedView({
      now: NOW + 2 * DAY,
      clocks: [{ clock: 'respond', deadline: NOW + DAY, state: 'passed' }],
    });
    const { card } = draw(renderer, sampleList({ rows: [late, receivedView()] }), 'message');
    const run = (words: string) => nodes(card).find((node) => String(node['text']).includes(words));
    expect(run('overdue')).toMatchObject({ text: 'overdue since Tue 10:42', color: 'Attention' });
    expect(run('answer by')).not.toHaveProperty('color');
  });
});
