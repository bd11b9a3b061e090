import type { Card } from '../../src/adapters/teams/cards/shown';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of a card, in the order in which it is drawn. */
export function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

const READ = [
  'text',
  'inlines',
  'label',
  'value',
  'choices',
  'items',
  'columns',
  'body',
  'selectAction',
  'actions',
];

function textOf(node: Node): string[] {
  switch (node['type']) {
    case 'TextBlock':
      return [String(node['text'])];
    case 'RichTextBlock':
      return [(node['inlines'] as Node[]).map((run) => String(run['text'])).join('')];
    case 'Input.Text':
    case 'Input.Date':
      return [`${String(node['label'])}: [${String(node['value'])}]`];
    case 'Input.ChoiceSet':
      return [
        `${String(node['label'])}: (${(node['choices'] as Node[]).map((choice) => String(choice['title'])).join(' | ')})`,
      ];
    default:
      return [];
  }
}

function read(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(read);
  if (!isNode(value) || value['isVisible'] === false) return [];
  const own = textOf(value);
  return own.length > 0
    ? own
    : READ.flatMap((key) => (key === 'selectAction' || key === 'actions' ? [] : read(value[key])));
}

/** What somebody reads on a card, top to bottom; the buttons last, each in brackets, behind a point those under "…". */
export function visible(card: Card): string[] {
  const titles = (secondary: boolean): string =>
    (card['actions'] as Node[])
      .filter(({ mode }) => (mode === 'secondary') === secondary)
      .map(({ title }) => `[${String(title)}]`)
      .join(' ');
  const buttons = [titles(false), titles(true)].filter((text) => text !== '').join(' · ');
  return [...read(card['body']), buttons].filter((text) => text !== '');
}

/** The data of the button with this title, wherever it stands on the card. */
export function pressed(card: Card, title: string): Node {
  const found = nodes(card).find(
    (node) => String(node['type']).startsWith('Action.') && node['title'] === title,
  );
  if (!found) throw new Error(`no button ${title}`);
  return found;
}
