import type { Renderer } from '../../src/adapters/teams/cards/drawing';
import type { Card, Surface } from '../../src/adapters/teams/cards/shown';
import type { ReferralView } from '../../src/application/ports/messages';
import { bindForm } from '../../src/domain/operations/bind';
import { calledForm } from '../../src/domain/operations/called';
import { reasonForm } from '../../src/domain/operations/decline';
import type { Notice } from '../../src/domain/notices';
import * as samples from './samples';
import { draw, summary } from './draw';

type Reword = (view: ReferralView) => ReferralView;

const cardOf = (renderer: Renderer, view: ReferralView): Card =>
  renderer.message({ kind: 'card', view }).attachments![0]!.content;

function noticeCards(renderer: Renderer, reword: Reword, text: string): [string, Card][] {
  const change = { ...samples.SAMPLE_DEAL, notes: text, name: text, reason: text };
  const notices: Notice[] = [
    { kind: 'escalation', clocks: ['respond', 'expiry'] },
    { kind: 'called', by: { id: 'x', name: text }, result: 'mailed' },
    { kind: 'contacting', by: { id: 'x', name: text } },
    { kind: 'refused', why: 'invalid', detail: text, change },
    { kind: 'overwritten', yours: change, fields: ['name', 'notes', 'dealValue'] },
    { kind: 'expired' },
    { kind: 'stuck', effect: 'write', problem: text },
  ];
  const view = reword(samples.receivedView({ audience: 'person', desk: text }));
  return notices.map((notice) => [
    `notice ${notice.kind}`,
    renderer.message({ kind: 'notice', notice, view, mention: [] }).attachments![0]!.content,
  ]);
}

function formCards(
  renderer: Renderer,
  reword: Reword,
  text: string,
  surface: 'dialog' | 'card',
): [string, Card][] {
  const sheet = samples.acceptSheet({ view: reword(samples.receivedView()), alsoOpen: text });
  const values = Object.fromEntries(sheet.form.fields.map(({ id }) => [id, text]));
  const problems = [{ field: 'name', key: 'too-long', params: { max: text } }] as const;
  const people = bindForm({ people: [{ id: 'a/b', name: text }, samples.megan] });
  return [
    ['form accept', draw(renderer, { ...sheet, values, problems }, surface).card],
    [
      'form decline',
      draw(renderer, { ...sheet, form: reasonForm('decline'), values: { notes: text } }, surface).card,
    ],
    ['form called', draw(renderer, { ...sheet, form: calledForm, values: { result: text } }, surface).card],
    [
      'form bind',
      draw(renderer, { ...sheet, form: people, values: { answers: 'a/b', zone: text } }, surface).card,
    ],
    ['summary', summary(renderer, { ...sheet, values }).card],
  ];
}

function answerCards(renderer: Renderer, reword: Reword, text: string, surface: Surface): [string, Card][] {
  const view = reword(samples.receivedView());
  const contacts = [{ name: text, title: text, phone: text, email: text }];
  const list = samples.sampleList({
    rows: [view],
    words: text,
    list: 'search',
    next: { urgency: 1, id: text.slice(0, 80) },
  });
  const wrote = { name: text, notes: text, [text.slice(0, 50)]: text };
  const end = samples.ended({
    view,
    wrote,
    outcome: { kind: 'taken', by: { id: 'x', name: text }, at: samples.NOW },
  });
  const asked = { kind: 'asked', by: { id: 'x', name: text }, at: samples.NOW } as const;
  const desk = samples.sampleDesk({ answers: [{ id: 'x', name: text }], zone: text, currency: text });
  return [
    ['details', draw(renderer, { kind: 'details', view }, surface).card],
    [
      'contacts',
      draw(renderer, { kind: 'contacts', view: { ...view, current: { ...view.current, contacts } } }, surface)
        .card,
    ],
    ['more', draw(renderer, { kind: 'more', view }, surface).card],
    ['list', draw(renderer, list, surface).card],
    ['empty list', draw(renderer, { ...list, rows: [], total: 0 }, surface).card],
    ['found', draw(renderer, { kind: 'several', list: list, verb: 'accept' }, surface).card],
    [
      'help',
      draw(
        renderer,
        { kind: 'help', commands: [{ id: 'inbox', name: text }], more: 'all', unknown: text },
        'message',
      ).card,
    ],
    ['outcome', draw(renderer, end, surface).card],
    ['refusal', draw(renderer, { ...end, outcome: { kind: 'owner-only', owner: text } }, surface).card],
    ['question', draw(renderer, { ...end, operation: 'contact', outcome: asked }, surface).card],
    ['bound', draw(renderer, { ...end, operation: 'bind', desk }, 'message').card],
  ];
}

/** Every card that people may see, with `text` wherever text comes from outside. */
export function gallery(
  renderer: Renderer,
  reword: Reword,
  text: string,
  surface: 'dialog' | 'card',
): [string, Card][] {
  const stages: [string, ReferralView][] = [
    [
      'received',
      samples.receivedView({
        current: { requestedContact: true },
        clocks: [samples.respond(), samples.contactClock(), samples.expiry()],
      }),
    ],
    ['co-sell', samples.coSellView()],
    ['accepted', samples.acceptedView()],
    ['declined', samples.declinedView()],
    ['expired', samples.expiredView()],
    ['won', samples.wonView()],
  ];
  return [
    ...stages.map(([name, view]): [string, Card] => [name, cardOf(renderer, reword(view))]),
    ...noticeCards(renderer, reword, text),
    ...formCards(renderer, reword, text, surface),
    ...answerCards(renderer, reword, text, surface),
  ];
}

/** A view in which all that comes from outside is `text`. */
export const everywhere =
  (text: string): Reword =>
  (view) => ({
    ...view,
    id: text.slice(0, 300),
    referralId: text,
    webUrl:
      text.length < 500
        ? `https://partner.example/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))}`
        : text,
    current: {
      ...view.current,
      sender: { kind: 'partner', name: text },
      customer: { name: text, city: text, country: text, size: text },
      request: text,
      senderNote: text,
      help: text,
      reason: text,
      location: text,
      products: [text, text],
      services: [text],
      industries: [text],
      solutions: [text],
      colleagues: [{ firstName: text, lastName: text, phone: text, email: text }],
      deal: {
        name: text,
        dealValue: text,
        currency: text,
        closeDate: text,
        notes: text,
        crmId: text,
        campaignId: text,
      },
    },
    responders: [samples.samplePerson({ name: text }), samples.ALEX],
    ...(view.owner ? { owner: { id: samples.MEGAN.id, name: text } } : {}),
    contacting: { by: { id: 'x', name: text }, at: samples.NOW },
    history: [...view.history, { at: samples.NOW, by: text, what: 'declined' }],
  });
