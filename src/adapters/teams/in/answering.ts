import type { Answer, Drawable, Typed } from '../answers/answer';
import { forAll } from '../answers/for-all';
import { said } from '../answers/said';
import type { FileOffer } from '../answers/file-offer';
import { messageOf } from '../answers/message';
import { ownSignInText } from '../answers/own-sign-in';
import type { OwnSignIn } from '../../../application/sync/own-sign-in';
import { isPrivate } from '../answers/privacy';
import { fileConsent } from '../cards/file-card';
import { oauthCard } from '../cards/oauth-card';
import type { Way } from '../cards/make-button';
import type { RenderedActivity } from '../cards/shown';
import { answerText } from '../commands/help';
import type { Press } from '../operations/press';
import { beginTyped, type TypedWords } from './typed-words';
import type { Working } from './working';

export function typedWords({ parts, exchange, asking, reader }: Working): TypedWords {
  const { renderer } = parts;
  return {
    context: exchange.context,
    asking,
    renderer,
    reader,
    hearing: {
      table: parts.commands,
      say: (key, language) => renderer.say(key, {}, language),
    },
  };
}

/** What a command answers that a button says. */
export const sayCommand =
  ({ asking, parts }: Working) =>
  async (words: string): Promise<Answer> =>
    (await answerText(parts.commands, asking, words)).answer;

async function privately(work: Working, messages: readonly RenderedActivity[]): Promise<boolean> {
  const problem = await work.exchange.sendPrivately(work.asking.turn.person, messages);
  if (problem !== undefined) work.parts.log.warn({ problem }, 'could not open a personal chat');
  return problem === undefined;
}

/** Begins a form in typed words in the personal chat of a person who is somewhere else, or does what was said at once; what they are told where they are. */
export async function goOnInChat(work: Working, typed: Typed): Promise<Drawable> {
  const { replies, goesOn } = await beginTyped(typedWords(work), typed);
  if (!(await privately(work, replies))) return said('bot.no-chat');
  return said(goesOn ? 'bot.goes-on' : 'bot.in-private');
}

const FILE_NAME = 'referrals.csv';

const offerOf = ({ parts, reader }: Working, offer: FileOffer): RenderedActivity => {
  const { count, more, size } = offer;
  const key = more ? 'bulk.offer-first' : 'bulk.offer';
  return fileConsent(FILE_NAME, parts.renderer.say(key, { count }, reader.language), size);
};

/** The client asks a question of its own in the personal chat. */
export async function offerFile(work: Working, answer: Answer): Promise<void> {
  if (answer.kind === 'file-offer') await privately(work, [offerOf(work, answer)]);
}

/** Where Teams may give the person's token, it is asked for it; undefined: the page is the way, or they are signed in. */
function tokenAsked({ parts, reader, asking }: Working, answer: OwnSignIn): RenderedActivity | undefined {
  const { exchange: uri, left, states } = answer;
  const [first] = states;
  if (uri === undefined || left || !first || first.signedIn) return undefined;
  const words = parts.renderer.reader(reader, 0);
  const text = ownSignInText(words, answer);
  const title = words.say('connect.sign-in');
  return oauthCard({ uri, id: asking.turn.id }, { text, title, link: first.link });
}

/** Answers with a message: in the personal chat, or in the channel's thread if all may see it. `here`: how one comes back to it. */
export async function answerWithMessage(work: Working, answer: Answer, here?: Way): Promise<void> {
  const { parts, reader, asking, exchange } = work;
  const draw = (drawable: Drawable): RenderedActivity =>
    messageOf(parts.renderer, drawable, { reader, ...(here && { here }) });
  const personal = asking.turn.place.kind === 'personal';
  if (answer.kind === 'file-offer') return exchange.send(offerOf(work, answer));
  const asked = personal && answer.kind === 'own-sign-in' ? tokenAsked(work, answer) : undefined;
  if (asked) return exchange.send(asked);
  if (answer.kind === 'typed') {
    const messages = personal
      ? (await beginTyped(typedWords(work), answer)).replies
      : [draw(await goOnInChat(work, answer))];
    return exchange.send(...messages);
  }
  if (!(await isPrivate(asking, answer))) return exchange.send(draw(personal ? answer : forAll(answer)));
  const reached = await privately(work, [draw(answer)]);
  return exchange.send(draw(said(reached ? 'bot.in-private' : 'bot.no-chat')));
}

const wordOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Puts the message in place of the card that was pressed; where that cannot be, it comes as a new one. */
async function inPlace({ exchange, parts }: Working, message: RenderedActivity): Promise<void> {
  try {
    if (await exchange.replacePressed(message)) return;
  } catch (error) {
    parts.log.warn({ problem: wordOf(error) }, 'a card could not be changed');
  }
  await exchange.send(message);
}

/** What all in a channel must see: that it is a desk now, or that its form was left. */
const endsForm = ({ asking }: Working, answer: Drawable, press: Press | undefined): boolean =>
  answer.kind === 'ended'
    ? answer.desk !== undefined
    : answer.kind === 'cancelled' && press?.referral === undefined && asking.turn.place.kind === 'channel';

/** The form of a channel stands for all who read there: its end takes its place, so that nobody presses it any more. True: it stands there. */
export async function tellChannel(work: Working, answer: Drawable, press?: Press): Promise<boolean> {
  const { parts, reader } = work;
  if (!endsForm(work, answer, press)) return false;
  try {
    await inPlace(work, messageOf(parts.renderer, answer, { reader }));
    return true;
  } catch (error) {
    parts.log.warn({ problem: wordOf(error) }, 'the channel was not told');
    return false;
  }
}
