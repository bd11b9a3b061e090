import { messageOf } from '../answers/message';
import type { Working } from './working';

/** Somebody who was about to reach a customer is seen again: they are asked once, in their own chat, how it went. */
export async function askReached({ asking, parts, reader, exchange }: Working): Promise<void> {
  const { useCases, turn } = asking;
  const views = await useCases.people.toAskAbout(turn.person);
  if (views.length === 0) return;
  const questions = views.map((view) => messageOf(parts.renderer, { kind: 'reached', view }, { reader }));
  const problem = await exchange.sendPrivately(turn.person, questions);
  if (problem !== undefined) parts.log.warn({ problem }, 'could not open a personal chat');
}
