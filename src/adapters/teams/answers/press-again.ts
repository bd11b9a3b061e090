import type { Card } from '../cards/shown';

/**
 * A page that sends once more what was sent: its button holds the whole of it, so that nothing is lost while the store
 * cannot be reached. `sent`: the data of the press, inputs included.
 */
export function pressAgain(text: string, button: string, sent: object): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: text,
    body: [{ type: 'TextBlock', text, wrap: true }],
    actions: [{ type: 'Action.Submit', title: button, data: sent }],
  };
}
