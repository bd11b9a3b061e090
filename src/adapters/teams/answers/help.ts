import type { MakeButton } from '../cards/make-button';
import type { DrawnCard } from '../cards/shown';
import type { Expand, Model } from '../cards/templates';
import { texts } from '../cards/answer-card';
import { defused, inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { AnswerKind } from './kind';

/** A line of help. `name`: what is typed; its description is the string `commands.<id>`. */
export interface HelpCommand {
  readonly id: string;
  readonly name: string;
}

/** Commands with a button each. */
export interface Help {
  readonly kind: 'help';
  readonly commands: readonly HelpCommand[];
  /** The command that shows the rest. */
  readonly more?: string;
  /** What was typed and not understood: these are the nearest. */
  readonly unknown?: string;
  /** What was typed is like no command: these are those there are. */
  readonly nothingNear?: boolean;
  /** A greeting instead of plain help. */
  readonly greeting?: 'channel' | 'personal';
}

/** A button that says a command. */
const saying = (title: string, words: string, make: MakeButton): Model =>
  make({ verb: 'command', title, data: { words } });

function rowModel(reader: Reader, command: HelpCommand, make: MakeButton): Model {
  const name = line(command.name, 200);
  return { name, about: reader.say(`commands.${command.id}`), select: saying(name, name, make) };
}

function lead(reader: Reader, help: Help): string {
  if (help.unknown !== undefined) {
    const key = help.nothingNear ? 'help.unknown-none' : 'help.unknown';
    return reader.say(key, { words: inline(help.unknown, 80) });
  }
  return reader.say(help.greeting ? `help.greeting-${help.greeting}` : 'help.text');
}

/** What a channel begins with. */
const offered = (reader: Reader, make: MakeButton): Model[] =>
  make.looks
    .filter(({ greets }) => greets)
    .map(({ operation: { name } }) => make({ verb: name, title: reader.say(`buttons.${name}`), data: {} }));

function draw(expand: Expand, reader: Reader, view: Help, make: MakeButton): DrawnCard {
  const title = reader.say('help.title');
  const text = lead(reader, view);
  const card = expand('help', {
    language: reader.language,
    fallback: defused(text, 400),
    title,
    texts: texts(text),
    rows: view.commands.map((command) => rowModel(reader, command, make)),
    buttons: [
      ...(view.greeting === 'channel' ? offered(reader, make) : []),
      ...(view.more === undefined ? [] : [saying(reader.say('buttons.show-more'), view.more, make)]),
    ],
  });
  return { title, text, card };
}

/** Commands with what they do, a button each. */
export const helpKind: AnswerKind<Help> = {
  draw: ({ expand, reader, buttons }, help, { surface, here, reader: of }) =>
    draw(expand, reader(of, 0), help, buttons(surface, here)),
};
