import type { Message } from '../../src/application/ports/messages';
import type { Address, Delivery, RosterMember } from '../../src/application/ports/ports';

/** What was sent, as the outside saw it. */
export interface Sent {
  readonly how: 'post' | 'update';
  readonly address: Address;
  readonly message: Message;
}

export type TeamsAnswer = Delivery | 'throws' | Promise<Delivery>;

/** Teams as these tests need it: takes everything, unless `answers` says otherwise. */
export class FakeTeams {
  readonly sent: Sent[] = [];
  /** Undefined: it is delivered. */
  answers: (sent: Sent) => TeamsAnswer | undefined = () => undefined;
  roster: RosterMember[] = [];
  readonly removed: string[] = [];
  private count = 0;

  post(address: Address, message: Message): Promise<Delivery> {
    return this.take({ how: 'post', address, message });
  }

  update(address: Address, activity: string, message: Message): Promise<Delivery> {
    return this.take({ how: 'update', address, message }, activity);
  }

  remove(_: Address, activity: string): Promise<Delivery> {
    this.removed.push(activity);
    return Promise.resolve({ kind: 'delivered', activity, conversation: '', shown: '' });
  }

  notices(kind?: string): string[] {
    return this.sent.flatMap(({ message }) =>
      message.kind === 'notice' && (!kind || message.notice.kind === kind) ? [message.notice.kind] : [],
    );
  }

  /** Cards posted anew there: an update that shows nothing new is skipped by the real gateway. */
  posted(to: Address['to']): Sent[] {
    return this.cards(to).filter(({ how }) => how === 'post');
  }

  cards(to: Address['to']): Sent[] {
    return this.sent.filter(({ message, address }) => message.kind === 'card' && address.to === to);
  }

  private async take(sent: Sent, activity?: string): Promise<Delivery> {
    this.sent.push(sent);
    const answer = this.answers(sent);
    if (answer === 'throws') throw new TypeError('a template is broken');
    if (answer) return answer;
    this.count += 1;
    const conversation =
      sent.address.to === 'person' ? `chat-${sent.address.person.id}` : sent.address.desk.id;
    return {
      kind: 'delivered',
      activity: activity ?? `a${String(this.count)}`,
      conversation,
      shown: `f${String(this.count)}`,
    };
  }
}
