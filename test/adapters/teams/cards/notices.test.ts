import type { Notice } from '../../../../src/domain/notices';
import type { ReferralView } from '../../../../src/application/ports/messages';
import { nodes, visible } from '../../../cards/reading';
import {
  acceptedView,
  ALEX,
  contactClock,
  DAY,
  expiry,
  HOUR,
  megan,
  MEGAN,
  NOW,
  receivedView,
  respond,
  SAMPLE_DEAL,
  THREAD,
} from '../../../cards/samples';
import { cardIn, renderer } from './drawing';

const late = NOW + 20 * HOUR + 10 * 60_000;
const send = (notice: Notice, view: ReferralView, mention = [MEGAN]) =>
  renderer.message({ kind: 'notice', notice, view, mention });
const words = (notice: Notice, view: ReferralView): string[] => visible(cardIn(send(notice, view, [])));

describe('a reminder in the thread', () => {
  it('mentions who answers and says how much time is left', () => {
    const sent = send({ kind: 'reminder', clocks: ['respond'] }, receivedView({ now: late, asOf: late }));
    expect(sent).toMatchObject({
      text: '<at>Megan Bowen</at> Nobody has answered Tailspin Toys yet. Answer by Tue 10:42 — 3 hours 50 minutes left.',
      textFormat: 'xml',
      summary: 'Nobody has answered Tailspin Toys yet. Answer by Tue 10:42 — 3 hours 50 minutes left.',
      entities: [
        { type: 'mention', text: '<at>Megan Bowen</at>', mentioned: { id: '29:megan', name: 'Megan Bowen' } },
      ],
    });
  });

  it('tells several clocks in one message, the most urgent first', () => {
    const view = receivedView({ now: late, asOf: late, clocks: [expiry(), contactClock(), respond()] });
    expect(send({ kind: 'reminder', clocks: ['expiry', 'contact', 'respond'] }, view).summary).toBe(
      'Nobody has answered Tailspin Toys yet. Answer by Tue 10:42 — 3 hours 50 minutes left. Contact by Thu 10:42. It expires Mon 19 Jan 10:42.',
    );
  });

  it('says the truth now of what passed during an outage, and how old it is', () => {
    const view = receivedView({ now: NOW + 2 * DAY, clocks: [respond({ state: 'passed' })] });
    expect(send({ kind: 'reminder', clocks: ['respond'] }, view).summary).toBe(
      'Nobody has answered Tailspin Toys yet. The answer was due Tue 10:42: accept or decline it now. As Partner Center had it Mon 10:42.',
    );
  });

  it('has no markdown of the customer in it', () => {
    const view = receivedView({ current: { customer: { name: '**Toys** [x](https://evil.example) `y`' } } });
    const { text = '' } = send({ kind: 'reminder', clocks: ['respond'] }, view);
    expect(text).toContain('Toys');
    expect(text.replace(/<\/?at>/gu, '')).not.toMatch(/[*[\]`]/u);
  });

  it('shows hostile names as words, each mention the same to the letter as its entity', () => {
    const view = receivedView({
      now: late,
      asOf: late,
      current: { customer: { name: '<b>Toys</b> & <at>Boss</at>' } },
    });
    const mean = { ...ALEX, name: '</at><at>Boss & Co' };
    const sent = send({ kind: 'reminder', clocks: ['respond'] }, view, [mean]);
    expect(sent.text).toContain('&lt;b&gt;Toys&lt;/b&gt; &amp; &lt;at&gt;Boss&lt;/at&gt;');
    expect(sent.text!.match(/<at>/gu)).toHaveLength(1);
    expect(sent.text).toContain(sent.entities![0]!.text);
    expect(sent.entities![0]!.text).toBe(`<at>${sent.entities![0]!.mentioned.name}</at>`);
  });
});

describe('a notice to one person', () => {
  const own = { audience: 'person', desk: 'Referrals', asOf: late, now: late } as const;

  it('tells a manager what is at stake, who is to answer, where it comes from, with the buttons', () => {
    expect(words({ kind: 'escalation', clocks: ['respond'] }, receivedView(own))).toEqual([
      'Tailspin Toys: 3 hours 50 minutes left to answer',
      'Answer by Tue 10:42. Who answers: Megan Bowen, Alex Wilber.',
      'From the channel Referrals',
      '[Accept] [Decline] [Contact] · [Details] [I called] [Add note] [Report as spam] [Favourite] [Open in Partner Center]',
    ]);
  });

  it('has the matter in its title, also when the deadline is over', () => {
    const over = receivedView({ ...own, now: NOW + 2 * DAY, clocks: [respond({ state: 'passed' })] });
    expect(words({ kind: 'escalation', clocks: ['respond'] }, over)[0]).toBe(
      'Tailspin Toys: nobody has answered in time',
    );
    const named = receivedView({
      ...own,
      current: { customer: { name: '**[Toys](https://evil.example)**' } },
    });
    expect(words({ kind: 'expired' }, named)[0]).toBe('Toys (…): expired');
  });

  it('leads to the thread in the channel', () => {
    const sent = cardIn(send({ kind: 'expired' }, receivedView({ ...own, thread: THREAD })));
    expect(nodes(sent).find(({ title }) => title === 'Go to the thread')).toMatchObject({
      type: 'Action.OpenUrl',
      url:
        'https://teams.microsoft.com/l/message/19%3Areferrals%40thread.tacv2/1767606120000' +
        `?tenantId=${MEGAN.tenant}&parentMessageId=1767606120000`,
    });
  });

  it('is a mention in the thread when the chat cannot be opened', () => {
    const sent = send({ kind: 'escalation', clocks: ['respond'] }, receivedView({ now: late, asOf: late }), [
      ALEX,
    ]);
    expect(sent.text).toMatch(/^<at>Alex Wilber<\/at> For you as manager: Nobody has answered/u);
  });

  it('says a refused amount with the currency that it leaves as it stands', () => {
    const refused: Notice = { kind: 'refused', why: 'invalid', change: { dealValue: '52000' } };
    expect(words(refused, acceptedView({ audience: 'person' })).join()).toContain('€52,000');
  });

  it('gives a refused change back with the reason and what to do', () => {
    const notice: Notice = {
      kind: 'refused',
      why: 'forbidden',
      detail: 'role missing',
      change: { stage: 'accepted', ...SAMPLE_DEAL },
    };
    expect(words(notice, receivedView(own))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Partner Center says: role missing'),
        ...['Stage', 'Accepted', 'Deal name', 'Tailspin Toys – Microsoft 365', 'Value', '€40,000'],
      ]),
    );
  });

  describe('entries of a list', () => {
    const entry = { firstName: 'Kim', lastName: 'Akers', phone: '+49 228', email: 'kim@tailspin.example' };
    const added = { how: 'added', key: 'kim@tailspin.example', name: 'Kim Akers', entry } as const;
    const gone = { how: 'removed', key: 'ana@tailspin.example', name: 'Ana Ruiz' } as const;
    const refused: Notice = { kind: 'refused', why: 'invalid', change: { contacts: [added, gone] } };

    it('are said whole to whom they concern, by name alone where everybody reads', () => {
      const whole = words(refused, acceptedView(own));
      expect(whole).toEqual(
        expect.arrayContaining(['Customer contact added', 'Kim Akers, +49 228, kim@tailspin.example']),
      );
      expect(whole).toEqual(expect.arrayContaining(['Customer contact removed', 'Ana Ruiz']));
      const inChannel = words(refused, acceptedView({ ...own, audience: 'channel' })).join();
      expect(inChannel).toContain('Kim Akers');
      expect(inChannel).not.toMatch(/228|@tailspin/);
    });

    it('stand beside what is there now', () => {
      const yours = { colleagues: [{ ...added, how: 'changed' as const }, gone] };
      const lists = {
        contacts: [],
        solutions: [],
        registrations: [],
        colleagues: [{ key: added.key, entry: { ...entry, phone: '9' } }],
      };
      const notice: Notice = { kind: 'overwritten', yours, fields: [`colleagues/${added.key}`] };
      const said = words(notice, acceptedView({ ...own, current: { lists } }));
      expect(said.join('|')).toContain(
        'Colleague changed|Kim Akers, +49 228, kim@tailspin.example|Kim Akers, 9, kim@tailspin.example',
      );
    });
  });

  it('shows theirs and yours side by side', () => {
    const notice: Notice = {
      kind: 'overwritten',
      yours: { dealValue: '50000', currency: 'EUR', notes: 'x' },
      fields: ['dealValue', 'notes'],
    };
    const said = words(notice, acceptedView(own));
    expect(said.slice(2, -2)).toEqual([
      'Yours',
      'In Partner Center now',
      'Value',
      '€50,000',
      '€40,000',
      'Notes',
      'x',
      '–',
    ]);
  });

  it.each<[Notice, string]>([
    [{ kind: 'contacting', by: megan }, 'Megan Bowen is contacting Tailspin Toys.'],
    [
      { kind: 'called', by: megan, result: 'not-reached' },
      'Megan Bowen has called Tailspin Toys and did not reach them.',
    ],
    [
      { kind: 'expired' },
      'Tailspin Toys has expired: nobody answered before its date. Nothing can be changed any more.',
    ],
    [
      { kind: 'stuck', effect: 'write', problem: 'signed out', tries: 20 },
      'Something for Tailspin Toys could not be done in 20 tries and is given up: signed out. What it was: writing to Partner Center.',
    ],
    [
      { kind: 'stuck', effect: 'show', problem: '413' },
      'Something for Tailspin Toys was refused and is not tried again: 413. What it was: showing the card.',
    ],
    ...(['taken', 'final', 'invalid', 'gone', 'unanswered'] as const).map((why): [Notice, string] => [
      { kind: 'refused', why, change: {} },
      'Tailspin Toys',
    ]),
  ])('%j reads well', (notice, sentence) => {
    const { summary } = send(notice, receivedView(own));
    expect(summary).toContain(sentence);
    expect(summary).not.toMatch(/notices\.|\{\{/u);
  });
});

describe('a word about a desk or a card that has moved', () => {
  it('has nothing of a customer’s name that a client could read as markdown or markup', () => {
    const customer = '**Tail** [spin](https://x.example) <b>_Toys_</b>';
    const notice: Notice = { kind: 'card-moved', customer, to: 'elsewhere', desk: '`Sales`' };
    const { text } = renderer.message({
      kind: 'word',
      notice,
      reader: { language: 'en', zone: 'UTC', now: NOW },
    });
    expect(text).not.toMatch(/[*`[\]]|<| _|_ /);
    expect(text).toContain('Tail');
  });
});
