import type { Fault } from '../../src/application/ports/faults';
import type { ReferralView } from '../../src/application/ports/messages';
import type { RosterMember } from '../../src/application/ports/ports';
import type {
  ChannelPlace,
  ContactSheet,
  FormAnswer,
  Found,
  ListName,
  OpenForm,
  ReferralList,
  Refusal,
  SeenPerson,
  UseCases,
} from '../../src/application/use-cases';
import type { RowKey } from '../../src/application/ports/store';
import type { Desk } from '../../src/domain/desk/desk';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import type { Draft } from '../../src/domain/draft/draft';
import { answer, begin, type FormAnswerInput } from '../../src/domain/forms/engine';
import type { Answers, FormName, Problem } from '../../src/domain/forms/form';
import { personId, refTo, type Person } from '../../src/domain/person/person';
import type { Outcome } from '../../src/domain/referral/inputs';
import { NOW, sampleDesk } from '../cards/samples';
import { formOf, openedForm, page } from './fake-answers';

const RULES = { now: NOW, today: '2026-01-05' };
const START = { name: 'Tailspin Toys – Microsoft 365', currency: 'EUR', closeDate: '2026-02-28', notes: '' };

const notOfThisFake = (): Promise<never> => Promise.reject(new Error('not a matter of this fake'));

/** The use cases in memory, for tests of the doors: the forms' engine is the real one, what comes of a form is simple. */
export class FakeUseCases implements UseCases {
  readonly persons = new Map<string, Person>();
  readonly views = new Map<string, ReferralView>();
  readonly drafts = new Map<string, Draft>();
  readonly desks = new Map<string, Desk>();
  /** What was told of teams and people, and who is contacting whom. */
  readonly told: string[] = [];
  /** Every call of these fails so. */
  readonly faults = new Map<keyof UseCases, Fault>();
  /** So many times somebody else writes the person between read and write. */
  racesToLose = 0;
  private members: readonly RosterMember[] = [];
  private place: ChannelPlace | undefined;

  constructor(...views: ReferralView[]) {
    for (const view of views) this.views.set(view.id, view);
  }

  private failing(call: keyof UseCases): void {
    const fault = this.faults.get(call);
    if (fault) throw fault;
  }

  async seePerson(seen: SeenPerson): Promise<Person> {
    this.failing('seePerson');
    const id = personId(seen.tenant, seen.aadObjectId);
    const known = this.persons.get(id) ?? {
      ...NEW_DOCUMENT,
      kind: 'person' as const,
      id,
      name: seen.aadObjectId,
    };
    const person: Person = { ...known, ...seen, name: seen.name ?? known.name, reachable: true };
    this.persons.set(id, person);
    return structuredClone(person);
  }

  async keepDialogs(person: Person, dialogs: unknown): Promise<boolean> {
    this.failing('keepDialogs');
    const stored = this.persons.get(person.id)!;
    if (this.racesToLose > 0) {
      this.racesToLose -= 1;
      this.persons.set(person.id, { ...stored, version: stored.version + 1 });
      return false;
    }
    if (stored.version !== person.version) return false;
    this.persons.set(person.id, {
      ...stored,
      version: stored.version + 1,
      dialogs: structuredClone(dialogs),
    });
    return true;
  }

  async personUnreachable(person: string): Promise<void> {
    this.told.push(`unreachable ${person}`);
  }

  async teamInstalled(team: string, _serviceUrl: string, by?: Person): Promise<void> {
    this.told.push(`installed ${team}${by ? ` by ${by.name}` : ''}`);
  }

  async teamRemoved(team: string): Promise<void> {
    this.told.push(`removed ${team}`);
  }

  async desk(channel: string): Promise<Desk | undefined> {
    return this.desks.get(channel);
  }

  private opened(draft: Draft, problems: readonly Problem[] = []): OpenForm {
    return openedForm(this.members, draft, this.views.get(draft.of), problems);
  }

  private begun(form: FormName, of: string, by: Person, initial: Answers): OpenForm {
    const fresh = begin({
      form: formOf(form, this.members),
      of,
      by: refTo(by),
      command: `c-${of}`,
      initial,
      now: NOW,
    });
    const kept = this.drafts.get(fresh.id);
    const draft = kept?.state === 'open' ? kept : fresh;
    this.drafts.set(draft.id, draft);
    return this.opened(draft);
  }

  async openForm(form: Exclude<FormName, 'bind'>, of: string, by: Person): Promise<FormAnswer> {
    this.failing('openForm');
    if (!this.views.has(of)) return { kind: 'not-found' };
    return this.begun(form, of, by, form === 'accept' ? START : {});
  }

  async openBind(place: ChannelPlace, roster: readonly RosterMember[], by: Person): Promise<FormAnswer> {
    this.failing('openBind');
    this.place = place;
    this.members = roster;
    const initial = {
      answers: by.aadObjectId,
      managers: '',
      language: 'en',
      zone: 'Europe/Berlin',
      currency: 'EUR',
    };
    return this.begun('bind', place.channel, by, initial);
  }

  async readForm(id: string, by: Person): Promise<FormAnswer> {
    const draft = this.drafts.get(id);
    return draft?.by.id === by.id && draft.state === 'open' ? this.opened(draft) : { kind: 'not-found' };
  }

  async answerForm(id: string, by: Person, input: FormAnswerInput): Promise<FormAnswer> {
    const draft = this.drafts.get(id);
    if (draft?.by.id !== by.id) return { kind: 'not-found' };
    const answered = answer(formOf(draft.form, this.members), draft, input, RULES);
    this.drafts.set(id, answered.draft);
    this.failing('answerForm');
    if (answered.result === 'cancelled') return { kind: 'cancelled' };
    if (answered.result !== 'save') return this.opened(answered.draft, answered.problems);
    this.drafts.set(id, { ...answered.draft, state: 'done' });
    return {
      ...this.ended(draft, by, answered.values),
      kind: 'ended',
      form: draft.form,
      wrote: answered.draft.answers,
    };
  }

  private ended(
    draft: Draft,
    by: Person,
    sent: Answers,
  ): { outcome: Outcome; view?: ReferralView; desk?: Desk } {
    const view = this.views.get(draft.of);
    if (!view) return { outcome: { kind: 'created' }, desk: this.bound(draft, by, sent) };
    const owner = view.owner;
    if (owner && draft.form !== 'called') return { outcome: { kind: 'taken', by: owner, at: NOW }, view };
    if (draft.form === 'called') return { outcome: { kind: 'called' }, view };
    const accepts = draft.form === 'accept';
    const next: ReferralView = {
      ...view,
      ...(accepts && { owner: refTo(by) }),
      current: { ...view.current, stage: accepts ? 'accepted' : 'archived', deal: accepts ? sent : {} },
    };
    this.views.set(view.id, next);
    return { outcome: { kind: accepts ? 'accepted' : 'declined' }, view: next };
  }

  private bound(draft: Draft, by: Person, sent: Answers): Desk {
    const named = (ids = '') =>
      this.members
        .filter((one) => ids.split(',').includes(one.aadObjectId!))
        .map((one) => ({ id: one.aadObjectId!, name: one.name }));
    const desk = sampleDesk({
      id: draft.of,
      team: this.place!.team,
      boundBy: refTo(by),
      answers: named(sent.answers),
      managers: named(sent.managers),
    });
    this.desks.set(desk.id, desk);
    return desk;
  }

  async contacts(referral: string, by: Person, command: string): Promise<ContactSheet | Refusal> {
    const view = this.views.get(referral);
    if (!view) return { kind: 'not-found' };
    this.told.push(`contacting ${referral} ${by.name} ${command}`);
    return { kind: 'contacts', contacts: view.current.contacts, view };
  }

  async view(referral: string): Promise<{ readonly kind: 'one'; readonly view: ReferralView } | Refusal> {
    const view = this.views.get(referral);
    return view ? { kind: 'one', view: { ...view, audience: 'person' } } : { kind: 'not-found' };
  }

  private rows(words: string, stage?: string): ReferralView[] {
    const named = (view: ReferralView) =>
      view.current.customer.name.toLowerCase().includes(words.toLowerCase());
    return [...this.views.values()].filter(
      (view) => named(view) && (stage ?? view.current.stage) === view.current.stage,
    );
  }

  async find(words: string, by: Person, stage?: 'received' | 'accepted'): Promise<Found> {
    this.failing('find');
    const [view, ...others] = this.rows(words, stage);
    if (!view) return { kind: 'none' };
    return others.length === 0
      ? { kind: 'one', view }
      : { kind: 'several', list: page('search', words, [view, ...others]) };
  }

  async list(
    list: ListName,
    words: string,
    by: Person,
    _after?: RowKey,
    from?: number,
  ): Promise<ReferralList | Refusal> {
    this.failing('list');
    const mine =
      list === 'my-active-deals'
        ? this.rows(words, 'accepted').filter((view) => view.owner?.id === by.id)
        : undefined;
    return page(list, words, mine ?? this.rows(words, list === 'inbox' ? 'received' : undefined), from);
  }

  readonly receiveReferral = notOfThisFake;
  readonly pollNow = notOfThisFake;
}
