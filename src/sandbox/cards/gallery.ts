import type { Drawable } from '../../adapters/teams/answers/answer';
import type { Renderer } from '../../adapters/teams/cards/drawing';
import type { Diagnosis } from '../../application/diagnose/diagnosis';
import type { ReferralView } from '../../application/ports/messages';
import type { Notice } from '../../domain/notices';
import { accounts } from './gallery-accounts';
import { forms } from './gallery-forms';
import { listed } from './gallery-listed';
import * as samples from './samples';
import { SAMPLE_STATES } from './sample-states';
import { answered, posted, READER, type Framed, type Named, type Reword, type Sitting } from './sitting';

const stages = ({ renderer, reword }: Sitting): Named[] =>
  SAMPLE_STATES.map(([name, view]) => [name, posted(renderer, { kind: 'card', view: reword(view) })]);

function notices({ renderer, reword, text }: Sitting): Named[] {
  const change = { ...samples.SAMPLE_DEAL, notes: text, name: text, reason: text };
  const by = { id: 'x', name: text };
  const all: readonly Notice[] = [
    { kind: 'reminder', clocks: ['respond'] },
    { kind: 'escalation', clocks: ['respond', 'expiry'] },
    { kind: 'called', by, result: 'mailed' },
    { kind: 'contacting', by },
    { kind: 'refused', why: 'invalid', detail: text, change },
    { kind: 'overwritten', yours: change, fields: ['name', 'notes', 'dealValue'] },
    { kind: 'kind-changed', from: 'co-sell-inbound', to: 'co-sell-outbound' },
    { kind: 'expired' },
    { kind: 'author-sign-in', standsInAt: samples.NOW + 23 * samples.HOUR },
    { kind: 'author-sign-in', ended: 'account' },
    { kind: 'author-away', by, deadline: samples.NOW + 24 * samples.HOUR },
    { kind: 'stuck', effect: 'write', problem: text },
    { kind: 'stuck', effect: 'write', problem: text, by },
  ];
  const now = samples.NOW + 22 * samples.HOUR;
  const view = reword(samples.receivedView({ audience: 'person', desk: text, now, thread: samples.THREAD }));
  const theirs = { audience: 'person', desk: text, thread: samples.THREAD } as const;
  const outbound = reword(samples.outboundView(theirs));
  const microsoft = { kind: 'declined', reason: text } as const;
  const declined = reword(samples.outboundView({ ...theirs, microsoft }));
  const withMicrosoft: readonly (readonly [string, Notice, ReferralView])[] = [
    ['Microsoft says no', { kind: 'microsoft-answered', answer: 'declined' }, declined],
    ['Microsoft is not invited', { kind: 'not-taken', part: 'invitation', why: 'another-contact' }, outbound],
    ['Microsoft does not answer', { kind: 'remind', why: 'microsoft', since: samples.NOW }, outbound],
  ];
  const gathered = [{ notice: { kind: 'reminder', clocks: ['respond'] } as const, view }];
  const reader = { ...READER, now };
  return [
    ...all.map((notice): Named => [
      `notice: ${notice.kind}`,
      posted(renderer, { kind: 'notice', notice, view, mention: [] }),
    ]),
    ...withMicrosoft.map(([name, notice, of]): Named => [
      `notice: ${name}`,
      posted(renderer, { kind: 'notice', notice, view: of, mention: [] }),
    ]),
    ...listed({ renderer, reword, text }, reader),
    ['notice: many at once', posted(renderer, { kind: 'gathered', lines: gathered, total: 12, reader })],
  ];
}

const NOTHING = { rows: [], total: 0, sums: [] } as const;

function lists(sitting: Sitting): Named[] {
  const { reword, text } = sitting;
  const rows = SAMPLE_STATES.slice(0, 6).map(([, view]) => reword(view));
  const found = samples.sampleList({
    rows,
    words: text,
    list: 'search',
    total: 25,
    next: { urgency: 1, id: text.slice(0, 80) },
  });
  const active = samples.sampleList({ rows: samples.sampleList().rows.map(reword) });
  const draw = (answer: Drawable): Framed => answered(sitting, answer, 'message');
  return [
    ['list: my active deals', ...draw(active)],
    ['list: search', ...draw(found)],
    ['list: nothing', ...draw(samples.sampleList({ ...NOTHING, words: text, list: 'search' }))],
    ['list: which one', ...draw({ kind: 'several', list: found, verb: 'accept' })],
  ];
}

function choices(sitting: Sitting): Named[] {
  const { reword, text } = sitting;
  const ways = ['mark-won', 'mark-lost'].map((variant) => ({ variant, of: 'x' }));
  const close = { kind: 'choices', operation: 'close-deal', variants: ways } as const;
  const kinds = [
    { variant: 'private', of: 'private' },
    { variant: 'co-sell', of: 'co-sell', why: 'no-solution' as const },
  ];
  const making = { kind: 'choices', operation: 'new-deal', variants: kinds } as const;
  return [
    ['choices: close deal', ...answered(sitting, { ...close, view: reword(samples.acceptedView()) })],
    ['choices: new deal', ...answered(sitting, making)],
    ['choices: new deal, told', ...answered(sitting, { ...making, told: text })],
  ];
}

/** Nothing to do, and all that can be wrong. */
function diagnoses(sitting: Sitting): Named[] {
  const { text } = sitting;
  const at = { kind: 'diagnosis', now: samples.NOW, copy: false } as const;
  const connection = {
    account: 'sandbox',
    name: 'sandbox',
    reachable: true,
    open: true,
    polledAt: samples.NOW,
  };
  const checked = { at: samples.NOW, found: 'all' } as const;
  const well: Diagnosis = {
    ...at,
    database: { works: true, missing: [], unreadable: 0, apart: 0 },
    desks: [{ name: text, state: 'works' }],
    accounts: [{ connection: { ...connection, checked }, ahead: 0, filters: true }],
    parked: [],
    troubles: [],
  };
  const trouble = { lane: 'channel', document: 'referral', owedAt: samples.NOW, tries: 20 } as const;
  const ill: Diagnosis = {
    ...at,
    database: { works: true, missing: ['documents.due'], unreadable: 3, apart: -3_600_000 },
    desks: [{ name: text, state: 'silent', problem: text }],
    accounts: [{ connection: { ...connection, signedOut: 'mfa' }, ahead: 3_600_000, filters: false }],
    parked: [{ until: 'person-reachable', count: 12 }],
    troubles: [
      { ...trouble, ref: 'a', effect: 'show', problem: text, dead: true, again: true, count: 3 },
      { ...trouble, ref: 'b', effect: 'write', problem: text, dead: true, again: false, count: 1 },
      { ...trouble, ref: 'c', effect: 'write', problem: text, dead: false, again: true, count: 1 },
    ],
  };
  return [
    ['diagnosis: all well', ...answered(sitting, well, 'message')],
    ['diagnosis: much to do', ...answered(sitting, ill, 'message')],
  ];
}

/** A bulk file: what it would do, what is wrong with it, what it did. */
function bulk(sitting: Sitting): Named[] {
  const { text } = sitting;
  const counts = { created: 12, updated: 3, unchanged: 40, there: 2, kept: 1 };
  const problems = [
    { row: 5, column: 'Estimated Close Date', key: 'not-a-date' },
    { row: 7, column: 'Currency', key: 'one-of', params: { choices: text } },
    { row: 9, column: '', key: 'too-wide', params: { count: '14' } },
  ] as const;
  const draw = (answer: Drawable): Framed => answered(sitting, answer, 'message');
  return [
    [
      'bulk file: checked',
      ...draw({ kind: 'bulk-preview', name: text, counts, unknown: [text], ticket: 'x' }),
    ],
    ['bulk file: wrong', ...draw({ kind: 'bulk-wrong', problems, total: 25, unknown: [] })],
    ['bulk file: imported', ...draw({ kind: 'bulk-taken', counts, before: false })],
    ['bulk file: not taken', ...draw({ kind: 'bulk-not', problem: { why: 'columns-twice', columns: text } })],
  ];
}

function answers(sitting: Sitting): Named[] {
  const { reword, text } = sitting;
  const view = reword(samples.receivedView());
  const contacts = [
    { name: text, title: text, phone: text, email: text },
    ...samples.sampleCurrent().contacts,
  ];
  const wrote = { name: text, notes: text, [text.slice(0, 50)]: text };
  const by = { id: 'x', name: text };
  const end = samples.ended({ view, wrote, outcome: { kind: 'taken', by, at: samples.NOW } });
  const desk = samples.sampleDesk({ answers: [by], zone: text, currency: text });
  const draw = (answer: Drawable): Framed => answered(sitting, answer);
  const help = { kind: 'help', commands: [{ id: 'inbox', name: text }], more: 'all', unknown: text } as const;
  return [
    ['details: received', ...draw({ kind: 'details', view })],
    ['details: accepted', ...draw({ kind: 'details', view: reword(samples.acceptedView()) })],
    [
      'details: much has happened',
      ...draw({ kind: 'details', view: { ...view, history: samples.sampleLines(34, 20, text).reverse() } }),
    ],
    [
      'what happened, older',
      ...draw({ kind: 'past', view, lines: samples.sampleLines(19, 10, text), from: 19, next: 9 }),
    ],
    ['what happened, nothing older', ...draw({ kind: 'past', view, lines: [], from: 1 })],
    ['contacts', ...draw({ kind: 'contacts', view: { ...view, current: { ...view.current, contacts } } })],
    ...choices(sitting),
    ...accounts(sitting),
    ...diagnoses(sitting),
    ['reached?', ...answered(sitting, { kind: 'reached', view }, 'message')],
    ['help', ...answered(sitting, help, 'message')],
    ['outcome: somebody was first', ...draw(end)],
    ['outcome: not for everybody', ...draw({ ...end, outcome: { kind: 'owner-only', owner: text } })],
    ['question', ...draw({ ...end, operation: 'contact', outcome: { kind: 'asked', by, at: samples.NOW } })],
    ['bound', ...answered(sitting, { ...end, operation: 'bind', desk }, 'message')],
  ];
}

/** Every card that people may see. `text`: what stands wherever text comes from outside. */
export function gallery(
  renderer: Renderer,
  reword: Reword,
  text: string,
  surface: 'dialog' | 'card',
): Named[] {
  const sitting = { renderer, reword, text, surface };
  return [stages, notices, forms, lists, answers, bulk].flatMap((room) => room(sitting));
}
