import type { Records } from '../../application/ports/store';
import type { StoredActivity } from './activity';
import { GENERAL, REFERRALS } from './world';

export interface Conversation {
  readonly id: string;
  readonly type: 'channel' | 'personal';
  readonly name: string;
  /** The person's Teams id, of a personal chat. */
  readonly person?: string;
  /** Personal chat: the person has the app themselves, not only through the team. */
  readonly installed?: boolean;
}

/** An answered card: what one person's client shows instead of the base card. */
export interface Answered {
  readonly activity: string;
  readonly person: string;
  /** Which of the message's attachments it stands for. */
  readonly attachment: number;
  readonly card: unknown;
}

/** The app in the team and in the tenant. */
export interface AppState {
  readonly inTeam: boolean;
  readonly disabled: boolean;
}

type Table = 'teams-activities' | 'teams-conversations' | 'teams-answers' | 'teams-blocked' | 'teams-app';

/** Everything in memory, each change written through to the records, in the order in which it was made. */
export class TeamsState {
  readonly #conversations = new Map<string, Conversation>();
  readonly #activities = new Map<string, StoredActivity>();
  readonly #answers = new Map<string, Answered>();
  readonly #blocked = new Set<string>();
  #app: AppState = { inTeam: true, disabled: false };
  #lastId = 0;
  #writes: Promise<unknown> = Promise.resolve();

  constructor(private readonly records: Records) {}

  /** Loads what the records kept, or makes the sample team's channels. */
  async load(): Promise<void> {
    for (const one of (await this.#kept('teams-conversations')) as Conversation[]) {
      this.#conversations.set(one.id, one);
    }
    for (const one of (await this.#kept('teams-activities')) as StoredActivity[]) {
      this.#activities.set(one.id, one);
    }
    for (const one of (await this.#kept('teams-answers')) as Answered[])
      this.#answers.set(answerKey(one), one);
    for (const person of (await this.#kept('teams-blocked')) as string[]) this.#blocked.add(person);
    for (const app of (await this.#kept('teams-app')) as AppState[]) this.#app = app;
    this.#lastId = Math.max(0, ...[...this.#activities.keys()].map(Number));
    for (const channel of [GENERAL, REFERRALS]) {
      if (!this.#conversations.has(channel.id)) await this.keepConversation({ ...channel, type: 'channel' });
    }
  }

  conversations(): readonly Conversation[] {
    return [...this.#conversations.values()];
  }

  conversation(id: string): Conversation | undefined {
    return this.#conversations.get(id);
  }

  chatOf(person: string): Conversation | undefined {
    return this.conversations().find((one) => one.person === person);
  }

  async keepConversation(conversation: Conversation): Promise<void> {
    this.#conversations.set(conversation.id, conversation);
    await this.#put('teams-conversations', conversation.id, conversation);
  }

  activity(id: string): StoredActivity | undefined {
    return this.#activities.get(id);
  }

  /** Oldest first, without those that are gone. */
  activitiesOf(conversation: string): readonly StoredActivity[] {
    return [...this.#activities.values()]
      .filter((one) => one.conversation === conversation && !one.deleted)
      .sort((a, b) => Number(a.id) - Number(b.id));
  }

  async keepActivity(activity: StoredActivity): Promise<void> {
    this.#activities.set(activity.id, activity);
    await this.#put('teams-activities', activity.id, activity);
  }

  /** A message's id is its time in ms, and unique here. */
  nextId(now: number): string {
    this.#lastId = Math.max(now, this.#lastId + 1);
    return String(this.#lastId);
  }

  answer(activity: string, person: string): Answered | undefined {
    return this.#answers.get(answerKey({ activity, person }));
  }

  async keepAnswer(answered: Answered): Promise<void> {
    const key = answerKey(answered);
    this.#answers.set(key, answered);
    await this.#put('teams-answers', key, answered);
  }

  /** The base card was edited: every client shows it again. */
  async dropAnswers(activity: string): Promise<void> {
    for (const [key, answered] of this.#answers) {
      if (answered.activity !== activity) continue;
      this.#answers.delete(key);
      await this.#write(() => this.records.remove('teams-answers', key));
    }
  }

  isBlocked(person: string): boolean {
    return this.#blocked.has(person);
  }

  async keepBlocked(person: string, blocked: boolean): Promise<void> {
    if (blocked) {
      this.#blocked.add(person);
      await this.#put('teams-blocked', person, person);
    } else {
      this.#blocked.delete(person);
      await this.#write(() => this.records.remove('teams-blocked', person));
    }
  }

  get app(): AppState {
    return this.#app;
  }

  async keepApp(change: Partial<AppState>): Promise<void> {
    this.#app = { ...this.#app, ...change };
    await this.#put('teams-app', 'app', this.#app);
  }

  async #kept(table: Table): Promise<readonly unknown[]> {
    return (await this.records.all(table)).map((record) => JSON.parse(record.value) as unknown);
  }

  #put(table: Table, key: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    return this.#write(() => this.records.put(table, key, text));
  }

  /** One after the other: an older state of a message must not land after a newer one. */
  #write(write: () => Promise<void>): Promise<void> {
    const done = this.#writes.then(write);
    this.#writes = done.catch(() => undefined);
    return done;
  }
}

const answerKey = (of: { readonly activity: string; readonly person: string }): string =>
  `${of.activity}|${of.person}`;
