import type { MakeButton } from './make-button';
import type { Answer, HelpCommand, HelpView } from './shown';
import type { Expand, Model } from './templates';
import { texts } from './answer-card';
import { defused, inline, line } from './plain-text';
import type { Reader } from './reader';

/** A button that says a command: a message of the person's own. */
const saying = (title: string, words: string, make: MakeButton): Model =>
  make({ verb: 'command', title, data: { words } });

function rowModel(reader: Reader, command: HelpCommand, make: MakeButton): Model {
  const name = line(command.name, 200);
  return { name, about: reader.say(`commands.${command.id}`), select: saying(name, name, make) };
}

function lead(reader: Reader, help: HelpView): string {
  if (help.unknown !== undefined) {
    const key = help.nothingNear ? 'help.unknown-none' : 'help.unknown';
    return reader.say(key, { words: inline(help.unknown, 80) });
  }
  return reader.say(help.greeting ? `help.greeting-${help.greeting}` : 'help.text');
}

/** Commands with what they do, a button each. */
export function help(expand: Expand, reader: Reader, view: HelpView, make: MakeButton): Answer {
  const title = reader.say('help.title');
  const text = lead(reader, view);
  const card = expand('help', {
    language: reader.language,
    fallback: defused(text, 400),
    title,
    texts: texts(text),
    rows: view.commands.map((command) => rowModel(reader, command, make)),
    buttons: [
      ...(view.greeting === 'channel'
        ? [make({ verb: 'bind', title: reader.say('buttons.bind'), data: {} })]
        : []),
      ...(view.more === undefined ? [] : [saying(reader.say('buttons.show-more'), view.more, make)]),
    ],
  });
  return { title, text, card };
}
