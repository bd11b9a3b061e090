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
    const { text, card } = said({ outcome: { kind: 'taken', by: alex, at: NOW } });
    expect(text).toBe('Alex Wilber was first: accepted Mon 10:42.');
    expect(visible(card)).toEqual([
      'Somebody was first',
      'Alex Wilber was first: accepted Mon 10:42.',
      'This is what you wrote:',
      ...['Deal name', 'Tailspin Toys – Microsoft 365', 'Estimated value', '40k', 'Notes', 'Call first'],
      '[Details]',
    ]);
  });

  it.each([
    [{ kind: 'taken' }, 'Tailspin Toys has already been accepted in Partner Center.'],
    [{ kind: 'final', archivedAs: 'expired' }, 'Tailspin Toys has expired. Nothing can be changed any more.'],
    [{ kind: 'not-now' }, 'This is not possible now: Tailspin Toys is in the stage "Accepted".'],
    [{ kind: 'done', did: 'declined' }, 'Declined: Tailspin Toys.'],
  ] as const)('%j is said in words', (outcome, words) => {
    expect(said({ outcome }).text).toBe(words);
  });

  it('of what may not be says whom to ask', () => {
    const refused = (kind: 'not-found' | 'not-yours' | 'no-desk' | 'admin-only') =>
      draw(renderer, { kind }, 'card').text;
    expect(refused('admin-only')).toContain('Ask your admin');
    expect(refused('not-yours')).toContain('Ask somebody in its channel');
    expect(refused('no-desk')).toContain('"bind"');
    expect(said({ outcome: { kind: 'owner-only', owner: 'Megan Bowen' } }).text).toContain(
      'Ask Megan Bowen.',
    );
    expect(said({ outcome: { kind: 'owner-only' } }).text).toContain('Somebody holds it');
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
        'Kim Akers',
        'IT manager',
        '+49 228 000000',
        'kim@tailspin.example',
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

  it('more than the card has, and the whole story in Details', () => {
    expect(visible(draw(renderer, { kind: 'more', view: receivedView() }, 'dialog').card).at(-1)).toBe(
      '[I called] [Add note] [Report as spam] [Details] [Open in Partner Center]',
    );
    const words = visible(draw(renderer, { kind: 'details', view: acceptedView() }, 'dialog').card);
    expect(words).toEqual(
      expect.arrayContaining([
        'As Partner Center had it Mon 11:42',
        'What happened',
        'Mon 11:42: accepted, Megan Bowen',
      ]),
    );
    expect(words.at(-1)).toBe('[I called] [Contact] [Edit deal] [Add note] [Open in Partner Center]');
  });

  it('a list with totals, sums and deadlines', () => {
    expect(visible(draw(renderer, sampleList(), 'message').card)).toEqual([
      'Your active deals',
      '2 referrals',
      'Together: €40,000, $120,000.50',
      ...[
        'Tailspin Toys, Bonn',
        'Tailspin Toys – Microsoft 365',
        'Accepted · Close date 28 Feb 2026',
        '€40,000',
      ],
      ...[
        'Tailspin Toys, Bonn',
        'Inbound co-sell opportunity, from partner Fabrikam Consulting',
        'Received · Answer by Tue 10:42',
        '$120,000.50',
      ],
    ]);
    const page = visible(
      draw(renderer, sampleList({ total: 1_001, from: 11, next: { urgency: 1, id: 'x' } }), 'message').card,
    );
    expect([page[1], page.at(-1)]).toEqual(['11–12 of 1,000+', '[Show more]']);
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
    expect(run('Overdue')).toMatchObject({ text: 'Received · Overdue since Tue 10:42', color: 'Attention' });
    expect(run('Answer by')).toMatchObject({ color: 'Default' });
  });
});
