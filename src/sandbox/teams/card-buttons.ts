import type { Json } from './activity';
import { isObject } from './activity';

/** One thing to press on a card, with the inputs that go with it. */
export interface Button {
  readonly title: string;
  readonly action: Json;
  readonly inputs: readonly Json[];
}

/** Not drawn, or drawn only instead of something that the client does not know. */
const SKIPPED = new Set(['data', 'msteams', 'fallback', 'metadata', 'resources', 'choices']);

/** All that can be pressed on a card, also in ActionSet, ShowCard, selectAction and inlineAction, in the order of the card. */
export function buttonsOf(card: unknown, ofParents: readonly Json[] = []): readonly Button[] {
  const inputs = [...ofParents, ...inputsOf(card)];
  return actionsOf(card).flatMap((action) => {
    const button: Button = {
      title: titleOf(action),
      action,
      inputs: action.associatedInputs === 'none' ? [] : inputs,
    };
    return action.type === 'Action.ShowCard' ? [button, ...buttonsOf(action.card, inputs)] : [button];
  });
}

/** The inputs of a card in the order of the card; those of its ShowCards are theirs. An input without an id is never sent. */
const inputsOf = (card: unknown): readonly Json[] =>
  parts(card).filter((part) => typeOf(part).startsWith('Input.') && typeof part.id === 'string');

const actionsOf = (card: unknown): readonly Json[] =>
  parts(card).filter((part) => typeOf(part).startsWith('Action.'));

const typeOf = (part: Json): string => (typeof part.type === 'string' ? part.type : '');

function titleOf(action: Json): string {
  const title = action.title ?? action.tooltip;
  return typeof title === 'string' ? title : '';
}

/** Every object that is drawn on this card itself. */
function parts(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return (value as unknown[]).flatMap(parts);
  if (!isObject(value)) return [];
  const below = Object.entries(value)
    .filter(([key]) => !SKIPPED.has(key) && !(value.type === 'Action.ShowCard' && key === 'card'))
    .flatMap(([, child]) => parts(child));
  return [value, ...below];
}
