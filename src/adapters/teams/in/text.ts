import { decodeHTMLStrict } from 'entities';
import { z } from 'zod/v4';

export interface BotName {
  readonly id?: string;
  readonly name?: string;
}

/** Teams' own limit of a message is far below; longer text is nobody's typing. */
const LONGEST = 30_000;

/** Once only: `&amp;lt;` was typed as `&lt;`. What stands for no character is left out. */
const decode = (text: string): string => decodeHTMLStrict(text).replaceAll('\ufffd', '');

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

const same = (a: string, b: string): boolean =>
  tidy(decode(a)).toLowerCase() === tidy(decode(b)).toLowerCase();

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** The very texts that stand for the bot, longest first. */
function botMentions(entities: unknown, bot: BotName): string[] {
  if (!Array.isArray(entities) || bot.id === undefined) return [];
  return entities
    .flatMap((entity: unknown) => Mention.safeParse(entity).data ?? [])
    .filter(({ mentioned }) => mentioned.id === bot.id)
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length);
}

const AT = /<at(?:\s[^<>]*)?>([^<>]*)<\/at>/gi;

/**
 * What a person has typed to the bot: its own mentions taken out (by entity, or by name where Teams leaves the entity's text out), other
 * people's left as plain names, HTML entities decoded, odd spaces and control characters gone. Case and inner line breaks stay.
 * @returns '' for an activity without text.
 */
export function normaliseText(
  activity: { readonly text?: unknown; readonly entities?: unknown },
  bot: BotName,
): string {
  if (typeof activity.text !== 'string') return '';
  const heard = botMentions(activity.entities, bot).reduce(
    (text, mention) => text.replaceAll(mention, ' '),
    activity.text.slice(0, LONGEST),
  );
  const plain = heard.replace(AT, (_, name: string) =>
    bot.name !== undefined && same(name, bot.name) ? ' ' : name,
  );
  return tidy(decode(plain));
}
