import type { Activity, TurnContext } from 'botbuilder';
import type { InvokeAnswer } from '../answers/invoke-answer';
import type { RenderedActivity } from '../cards/shown';
import type { Person } from '../../../domain/person/person';
import type { TeamsAdapter } from '../out/adapter';
import { onceMore } from '../out/once-more';
import { openChat } from '../out/open-chat';
import { deliveryOf } from '../out/outcomes';
import { splitThread } from '../out/thread-id';
import { toActivity } from '../out/to-activity';

type Connector = Awaited<ReturnType<TeamsAdapter['connectorFor']>>;

/** One activity that came in, and the ways to answer it: the SDK's turn, as the rest of the bot knows it. */
export class Exchange {
  constructor(
    readonly context: TurnContext,
    /** In the log's line of the turn and in every word to people about its failure. */
    readonly reference = '',
  ) {}

  /** How many messages went to which conversation in this turn. */
  readonly sent = new Map<string, number>();

  get activity(): Activity {
    return this.context.activity;
  }

  /** Says something where the activity came from. */
  async send(...messages: readonly RenderedActivity[]): Promise<void> {
    for (const message of messages) {
      await this.context.sendActivity(toActivity(message));
      this.#count(this.activity.conversation.id);
    }
  }

  /** Says a sentence, as plain as it is. */
  async sendPlain(text: string): Promise<void> {
    await this.context.sendActivity({ type: 'message', text, textFormat: 'plain' });
    this.#count(this.activity.conversation.id);
  }

  /** Answers an invoke. */
  async respond(value: InvokeAnswer): Promise<void> {
    await this.context.sendActivity({ type: 'invokeResponse', value });
  }

  /** Puts a message in the place of the one that was pressed. False: there is none. */
  async replacePressed(message: RenderedActivity): Promise<boolean> {
    const { replyToId: id, conversation } = this.activity;
    if (id === undefined) return false;
    await this.context.updateActivity({ ...toActivity(message), id, conversation });
    this.#count(conversation.id);
    return true;
  }

  /** Takes off the message that was pressed, where it still stands. */
  async removePressed(): Promise<void> {
    const { replyToId } = this.activity;
    if (replyToId === undefined) return;
    // What could not be taken off stands there: nothing rests on it.
    await this.context.deleteActivity(replyToId).catch(() => undefined);
  }

  /**
   * Says something in a person's own chat with the bot, wherever they are: one attempt a message.
   * Undefined: said; else why it could not be, in a word for the log.
   */
  async sendPrivately(person: Person, messages: readonly RenderedActivity[]): Promise<string | undefined> {
    const { turnState, adapter } = this.context;
    const connector = turnState.get<Connector | undefined>(adapter.ConnectorClientKey);
    if (!connector) return 'no connection';
    const { conversations } = connector;
    const { recipient: bot, from } = this.activity;
    try {
      const known = { ...person, teamsId: person.teamsId ?? from.id };
      const id = await onceMore(() => openChat(conversations, bot, known));
      for (const message of messages) {
        const activity = { ...toActivity(message), from: bot, conversation: { id } };
        await onceMore(() => conversations.sendToConversation(id, activity as Activity));
        this.#count(id);
      }
      return undefined;
    } catch (error) {
      const delivery = deliveryOf(error, 'post');
      if (delivery.kind === 'unplaced') return undefined;
      return 'problem' in delivery ? delivery.problem : delivery.kind;
    }
  }

  #count(conversation: string): void {
    const { channel } = splitThread(conversation);
    this.sent.set(channel, (this.sent.get(channel) ?? 0) + 1);
  }
}
