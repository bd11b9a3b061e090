import { reasonForm } from '../../../../src/domain/operations/decline';
import { bindForm } from '../../../../src/domain/operations/bind';
import { nodes, visible } from '../../../cards/reading';
import { acceptSheet, alex, megan, receivedView } from '../../../cards/samples';
import { renderer } from './drawing';
import { ask, draw, summary } from '../../../cards/draw';

const { view: _view, ...sheetOfNone } = acceptSheet();

describe('the sheet of a form', () => {
  it('is filled in, the rest behind More fields', () => {
    const card = draw(renderer, acceptSheet(), 'dialog').card;
    expect(visible(card)).toEqual([
      'You become the owner. What is known is filled in: change what you know better.',
      'Deal name: [Tailspin Toys – Microsoft 365]',
      'Estimated value: [40000]',
      expect.stringMatching(/^Currency: \(EUR Euro \| USD US Dollar \| GBP British Pound \|.* ZWG/),
      'Estimated close date: [2026-02-28]',
      'Notes: []',
      '[Accept] [Cancel]',
    ]);
    expect(nodes(card).find((node) => node['id'] === 'crmId')).toMatchObject({
      label: 'CRM id',
      isRequired: false,
    });
  });

  it('has one title: that of its dialog, or its own', () => {
    const { title, card } = draw(renderer, acceptSheet(), 'dialog');
    expect([title, visible(card).join().includes('Tailspin Toys.')]).toEqual(['Accept Tailspin Toys', false]);
    expect(visible(draw(renderer, acceptSheet(), 'card').card)[0]).toBe('Accept Tailspin Toys');
  });

  it('begins with the first needed field that is empty, its currency beside it', () => {
    const values = { ...acceptSheet().values, dealValue: '' };
    const { card } = draw(renderer, acceptSheet({ values }), 'dialog');
    const columns = nodes(card).find((node) => node['type'] === 'ColumnSet')!['columns'];
    const ids = nodes(columns).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids).toEqual(['dealValue', 'currency']);
  });

  it('folds more fields out and in', () => {
    const { card } = draw(renderer, acceptSheet(), 'dialog');
    const by = (title: string) => nodes(card).find((node) => node['title'] === title);
    const open = {
      type: 'Action.ToggleVisibility',
      targetElements: ['more-fields', 'more-shut', 'more-open'],
    };
    expect([by('More fields'), by('Fewer fields')]).toEqual([
      { ...open, title: 'More fields' },
      { ...open, title: 'Fewer fields' },
    ]);
    const shown = (id: string) => nodes(card).find((node) => node['id'] === id)!['isVisible'];
    expect(['more-shut', 'more-fields', 'more-open'].map(shown)).toEqual([true, false, false]);
  });

  it('gives what is wrong with a currency the room of its amount', () => {
    const widthIn = (sheet: Parameters<typeof acceptSheet>[0]): unknown =>
      nodes(draw(renderer, acceptSheet(sheet), 'dialog').card).find(
        (node) => node['type'] === 'Column' && JSON.stringify(node).includes('"id":"currency"'),
      )?.['width'];
    expect(widthIn({})).toBe('108px');
    expect(widthIn({ problems: [{ field: 'currency', key: 'not-a-currency' }] })).toBe('stretch');
  });

  it('never loses a currency that is none', () => {
    const { card } = draw(renderer, acceptSheet({ values: { currency: 'Taler' } }), 'dialog');
    const currency = nodes(card).find((node) => node['id'] === 'currency')!;
    expect(currency['value']).toBe('Taler');
    expect((currency['choices'] as unknown[])[0]).toEqual({ title: 'Taler', value: 'Taler' });
  });

  it('of a refusal says what cannot be taken back, and waits for nobody where the desk stands alone', () => {
    const sheet = acceptSheet();
    const words = (connected: boolean, undoFor: number) =>
      visible(
        draw(
          renderer,
          { ...sheet, undoFor, form: { ...sheet.form, name: 'decline' }, view: receivedView({ connected }) },
          'dialog',
        ).card,
      ).join();
    expect(words(true, 60_000)).toMatch(
      /Partner Center is told .* For 1 minute you can undo it; then it is final\./,
    );
    expect(words(true, 0)).toContain('It goes at once, and is final.');
    expect(words(false, 300_000)).toContain('For 5 minutes you can undo it; then it is final.');
    expect(words(false, 300_000)).not.toContain('Partner Center');
  });

  it('keeps what was sent, with each problem beside its field', () => {
    const values = { ...acceptSheet().values, dealValue: '-5', closeDate: 'some day', firstName: 'Ann' };
    const problems = [
      { field: 'dealValue', key: 'below-zero' },
      { field: 'closeDate', key: 'not-a-date' },
      { field: 'lastName', key: 'person-incomplete' },
    ] as const;
    const words = visible(
      draw(renderer, acceptSheet({ values, problems, alsoOpen: 'Alex Wilber' }), 'dialog').card,
    );
    expect(words[1]).toBe('Alex Wilber is answering this referral, too. The first to save wins.');
    expect(words[2]).toBe(
      'Please look again at: Estimated value, Estimated close date, Colleague: last name. What you wrote is kept.',
    );
    const after = (label: string) => words[words.findIndex((text) => text.startsWith(label)) + 1];
    expect(words).toContain('Estimated close date: [some day]');
    expect(after('Estimated value')).toBe('⚠ The value cannot be below zero.');
    expect(after('Estimated close date')).toContain('This is not a date.');
    expect(after('Colleague: last name')).toContain('A person needs first name');
  });

  it('says beside notes who will read them, typed as well; where the desk stands alone nothing', () => {
    const noted = (over: Parameters<typeof receivedView>[0]) => {
      const sheet = acceptSheet({ view: receivedView(over), asking: 'notes' });
      const { card } = draw(renderer, sheet, 'dialog');
      return [
        String(nodes(card).find((node) => node['id'] === 'notes')!['placeholder']),
        ask(renderer, sheet),
      ];
    };
    const ours = { kind: 'private', sender: { kind: 'self' } } as const;
    for (const text of noted({ current: ours }))
      expect(text).toContain("Microsoft's sellers cannot see this.");
    const theirs = { kind: 'co-sell-inbound', sender: { kind: 'partner', name: 'Fabrikam' } } as const;
    for (const text of noted({ current: theirs }))
      expect(text).toContain('Microsoft and Fabrikam can read this.');
    for (const text of noted({ connected: false })) expect(text).not.toContain('read this');
  });

  it('gives 10,000 characters of notes back', () => {
    const notes = 'n'.repeat(10_000);
    const card = draw(renderer, acceptSheet({ values: { notes } }), 'dialog').card;
    expect(nodes(card).find((node) => node['id'] === 'notes')!['value']).toBe(notes);
  });

  it('offers reasons and people by name', () => {
    const decline = draw(renderer, acceptSheet({ form: reasonForm('decline'), values: {} }), 'dialog').card;
    expect(visible(decline)[1]).toContain(
      'Reason: (Project budget is not adequate | Customer did not respond |',
    );
    const bind = draw(
      renderer,
      { ...sheetOfNone, form: bindForm({ people: [megan, alex] }), values: {} },
      'card',
    ).card;
    expect(visible(bind)).toContain('Who answers new referrals: (Megan Bowen | Alex Wilber)');
  });

  it('never hides somebody chosen, however many there are', () => {
    const people = Array.from({ length: 500 }, (_, index) => ({ id: `t/${index}`, name: `P${index}` }));
    const card = draw(
      renderer,
      { ...sheetOfNone, form: bindForm({ people }), values: { answers: 't/499' } },
      'card',
    ).card;
    const choices = nodes(card).find((node) => node['id'] === 'answers')!['choices'] as unknown[];
    expect(choices).toHaveLength(200);
    expect(choices[0]).toEqual({ title: 'P499', value: 't/499' });
  });
});

describe('typed words', () => {
  it('ask for one field: what stands there and what can be said', () => {
    expect(ask(renderer, acceptSheet({ asking: 'dealValue' }))).toBe(
      'What is the deal worth? You can write "40k eur". Now: €40,000. Type your answer, or: "skip" to keep it, "back", "cancel".',
    );
    expect(
      ask(
        renderer,
        acceptSheet({ asking: 'name', values: {}, problems: [{ field: 'name', key: 'required' }] }),
      ),
    ).toBe('Please fill this in. What shall the deal be called? Type your answer, or: "cancel".');
    expect(
      ask(renderer, acceptSheet({ form: reasonForm('decline'), asking: 'reason', values: {} })),
    ).toContain('Choose: 1 Project budget is not adequate, 2 Customer did not respond,');
  });

  it('repeat everything back before it is saved', () => {
    const { text, card } = summary(renderer, acceptSheet());
    expect(text).toBe(
      'Accept Tailspin Toys. Is this right? Deal name: Tailspin Toys – Microsoft 365. Estimated value: €40,000. Currency: EUR. ' +
        'Estimated close date: 28 Feb 2026. Notes: –. You become the owner. What is known is filled in: change what you know better. Type "save", "back" to change something, or "cancel".',
    );
    expect(visible(card)).toEqual(expect.arrayContaining(['Estimated value', '€40,000', 'Notes', '–']));
  });
});
