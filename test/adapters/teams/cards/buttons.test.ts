import { readPress } from '../../../../src/adapters/teams/operations/press';
import type { Look } from '../../../../src/adapters/teams/cards/look';
import { OFFERED } from '../../../../src/adapters/teams/operations/looks';
import type { ReferralOperation } from '../../../../src/domain/operations/operation';
import { OPERATIONS } from '../../../../src/domain/operations/table';
import { FIXED_VERBS, type Way } from '../../../../src/adapters/teams/cards/make-button';
import type { Card } from '../../../../src/adapters/teams/cards/shown';
import { gallery } from '../../../cards/gallery';
import { nodes, pressed, visible } from '../../../cards/reading';
import {
  acceptedView,
  acceptSheet,
  contactClock,
  declinedView,
  receivedView,
  sampleList,
} from '../../../cards/samples';
import { cardIn, rendererWith } from './drawing';
import { draw } from '../../../cards/draw';

const view = receivedView();
const desk = (verb: string) => ({ desk: { v: 1, do: verb, referral: view.id } });
const base = (forms: 'dialog' | 'card'): Card => cardIn(rendererWith(forms).message({ kind: 'card', view }));

describe('buttons', () => {
  it('open Teams dialogs from a message', () => {
    for (const [title, verb] of [
      ['Accept', 'accept'],
      ['Decline', 'decline'],
      ['Contact', 'contact'],
      ['Details', 'details'],
    ] as const) {
      expect(pressed(base('dialog'), title)).toMatchObject({
        type: 'Action.Submit',
        data: { ...desk(verb), msteams: { type: 'task/fetch' } },
      });
    }
  });

  it('of a referral in words that we do not know are those that change nothing', () => {
    const other = receivedView({ current: { kind: 'other' } });
    const renderer = rendererWith('dialog');
    const titles = (card: Card) => (card['actions'] as { title: string }[]).map(({ title }) => title);
    expect(titles(cardIn(renderer.message({ kind: 'card', view: other })))).toEqual([
      'Contact',
      'Details',
      'Open in Partner Center',
    ]);
    const end = {
      kind: 'ended',
      outcome: { kind: 'not-its-kind' },
      operation: 'accept',
      wrote: {},
      view: other,
    } as const;
    const said = draw(renderer, end, 'dialog').text;
    expect(said).toBe('Tailspin Toys can only be answered in Partner Center itself.');
  });

  it('stand in sight up to six, in their order, the rest under "…"; the first alone stands out', () => {
    const row = (name: string, order: number, mode: 'primary' | 'secondary' = 'primary'): Look => ({
      operation: { ...(OPERATIONS[0] as ReferralOperation), name },
      card: { received: { mode, order } },
    });
    const many = [1, 2, 3, 4].map((number) => row(`also-${number}`, 40 + number));
    const looks = [...OFFERED.looks, row('last', 95, 'secondary'), ...many];
    const offers = [...view.offers, 'last', ...many.map(({ operation }) => operation.name)];
    const card = cardIn(rendererWith('dialog', looks).message({ kind: 'card', view: { ...view, offers } }));
    const actions = card['actions'] as Record<string, unknown>[];
    expect(visible(card).at(-1)).toBe(
      '[Accept] [Decline] [Contact] [buttons.also-1] [buttons.also-2] [buttons.also-3] · [Details] [I called] [Add note] ' +
        '[Report as spam] [buttons.also-4] [buttons.last] [Open in Partner Center]',
    );
    expect(actions.map(({ style }) => style).filter(Boolean)).toEqual(['positive']);
  });

  it('of an accepted deal begin with what its clock waits for', () => {
    const last = (over: Parameters<typeof acceptedView>[0]) =>
      visible(cardIn(rendererWith('dialog').message({ kind: 'card', view: acceptedView(over) }))).at(-1);
    expect(last({ clocks: [contactClock()] })).toMatch(/^\[Contact\] \[I called\] \[Edit deal\] /);
    expect(last({})).toMatch(/^\[Edit deal\] .* \[Contact\] · \[Details\] .* \[I called\] /);
  });

  it('are universal actions for clients without dialogs, and messages for older ones', () => {
    expect(pressed(base('card'), 'Accept')).toMatchObject({
      type: 'Action.Execute',
      verb: 'accept',
      data: desk('accept'),
      fallback: { type: 'Action.Submit', data: desk('accept') },
    });
  });

  it('inside a dialog are the one kind that Teams allows there', () => {
    const dialog = draw(rendererWith('dialog'), { kind: 'details', view }, 'dialog').card;
    expect(pressed(dialog, 'Accept')).toMatchObject({ type: 'Action.Submit', data: desk('accept') });
    expect(JSON.stringify(dialog)).not.toMatch(/msteams":\{"type|Action.Execute/u);
  });

  it('of a form say what will happen, and only Save sends the fields', () => {
    const renderer = rendererWith('dialog');
    const decline = { ...acceptSheet().form, name: 'decline' as const };
    const saved = (over: Parameters<typeof receivedView>[0]) =>
      (
        draw(renderer, acceptSheet({ form: decline, view: receivedView(over) }), 'dialog').card[
          'actions'
        ] as {
          title: string;
        }[]
      )[0]!.title;
    expect(saved({})).toBe('Decline and tell the customer');
    expect(saved({ current: { sender: { kind: 'partner', name: 'X' } } })).toBe(
      'Decline and tell the partner',
    );
    expect(saved({ current: { kind: 'co-sell-inbound', sender: { kind: 'microsoft-seller' } } })).toBe(
      'Decline and tell Microsoft',
    );
    expect(saved({ connected: false })).toBe('Decline');
    const sheet = draw(renderer, acceptSheet(), 'dialog').card;
    expect(pressed(sheet, 'Accept')).toMatchObject({
      associatedInputs: 'auto',
      data: { desk: { do: 'save', draft: acceptSheet().draft } },
    });
    expect(pressed(sheet, 'Cancel')).toMatchObject({
      associatedInputs: 'none',
      data: { desk: { do: 'cancel' } },
    });
  });

  it('of a list carry where the next page begins', () => {
    const list = sampleList({ list: 'search', words: 'toys', next: { urgency: 5, id: 'a/b' }, from: 11 });
    const card = draw(rendererWith('dialog'), list, 'message').card;
    expect(pressed(card, 'Show more')['data']).toMatchObject({
      desk: {
        v: 1,
        do: 'more-list',
        list: 'search',
        words: 'toys',
        after: { urgency: 5, id: 'a/b' },
        from: 13,
      },
    });
  });

  it.each(['card', 'dialog'] as const)('of help work in any client, with forms as %s', (forms) => {
    const help = { kind: 'help', commands: [{ id: 'inbox', name: 'inbox' }] } as const;
    const button = pressed(draw(rendererWith(forms), help, 'message').card, 'inbox');
    expect(button).toMatchObject({
      type: 'Action.Execute',
      verb: 'command',
      data: { desk: { do: 'command', words: 'inbox' } },
      fallback: { type: 'Action.Submit', data: { desk: { do: 'command', words: 'inbox' } } },
    });
    expect(JSON.stringify(button)).not.toContain('messageBack');
  });

  it('on a card that replaces another lead back, and remember three steps at most', () => {
    const ways = [1, 2, 3, 4].reduce<Way>((back, from) => ({ do: 'more-list', list: 'inbox', from, back }), {
      do: 'command',
      words: 'inbox',
    });
    const details = { kind: 'details', view } as const;
    const { card } = draw(rendererWith('card'), details, 'card', { here: ways, back: { do: 'base' } });
    expect(pressed(card, 'Back')).toMatchObject({
      verb: 'back',
      data: { desk: { do: 'back', back: { do: 'base' } } },
    });
    const steps = JSON.stringify(pressed(card, 'Accept')['data']).match(/"from":\d/gu);
    expect(steps).toEqual(['"from":4', '"from":3', '"from":2']);
    const dialog = draw(rendererWith('dialog'), details, 'dialog', { here: ways, back: { do: 'base' } }).card;
    expect(JSON.stringify(dialog)).not.toMatch(/"back"/u);
  });

  it('carry what the door reads back, each of them', () => {
    for (const forms of ['dialog', 'card'] as const) {
      const cards = gallery(rendererWith(forms), (one) => one, 'x', forms).map(([, card]) => card);
      const data = nodes(cards).filter((node) => 'desk' in node);
      expect(data.length).toBeGreaterThan(50);
      for (const bag of data) expect(readPress({ data: bag })).toMatchObject(bag['desk'] as object);
    }
  });

  it('ask for nothing but the verbs of the table, and for each of them somewhere', () => {
    const renderer = rendererWith('dialog');
    const greeting = draw(renderer, { kind: 'help', commands: [], greeting: 'channel' }, 'message').card;
    const replaced = draw(renderer, { kind: 'details', view }, 'card', { back: { do: 'base' } }).card;
    const drawn = gallery(renderer, (one) => one, 'x', 'dialog').map(([, card]) => card);
    const { owner: _, ...nobodys } = acceptedView();
    const held = { ...declinedView(), offers: ['undo', 'try-again'] };
    const mine = acceptedView({ audience: 'person' });
    const states = [
      acceptedView(),
      { ...nobodys, offers: ['take-over', 'send-again'] },
      held,
      mine,
      { ...mine, favourite: true as const },
    ];
    const more = states.map((one) => cardIn(renderer.message({ kind: 'card', view: one })));
    const cards = [...drawn, greeting, replaced, ...more];
    const withButton = OFFERED.looks.filter(
      ({ operation, card, notices, greets, undoes, answers }) =>
        card ?? notices ?? greets ?? undoes ?? answers ?? operation.on === 'new',
    );
    const verbs = nodes(cards)
      .filter((node) => 'do' in node)
      .map((node) => String(node['do']));
    expect([...new Set(verbs)].sort()).toEqual(
      [...FIXED_VERBS, ...withButton.map(({ operation }) => operation.name)].sort(),
    );
  });
});
