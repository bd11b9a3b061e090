import type { Activity, TurnContext } from 'botbuilder';
import type { InvokeAnswer } from '../answers/invoke-answer';
import type { RenderedActivity } from '../cards/shown';
import type { Person } from '../../../domain/person/person';
import type { TeamsAdapter } from '../out/adapter';
import { onceMore } from '../out/once-more';
import { openChat } from '../out/open-chat';
import { deliveryOf } from '../out/outcomes';
import { toActivity } from '../out/to-activity';

type Connector = Awaited<ReturnType<TeamsAdapter['connectorFor']>>;

/** One activity that came in, and the ways to answer it: the SDK's turn, as the rest of the bot knows it. */
export class Exchange {
  constructor(
    readonly context: TurnContext,
    /** In the log's line of the turn and in every word to people about its failure. */
    readonly reference = '',
  ) {}

  get activity(): Activity {
    return this.context.activity;
  }

  /** Says something where the activity came from. */
  async send(...messages: readonly RenderedActivity[]): Promise<void> {
    for (const message of messages) await this.context.sendActivity(toActivity(message));
  }

  /** Says a sentence, as plain as it is. */
  async sendPlain(text: string): Promise<void> {
    await this.context.sendActivity({ type: 'message', text, textFormat: 'plain' });
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
    return true;
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
      }
      return undefined;
    } catch (error) {
      const delivery = deliveryOf(error, 'post');
      if (delivery.kind === 'unplaced') return undefined;
      return 'problem' in delivery ? delivery.problem : delivery.kind;
    }
  }
}
