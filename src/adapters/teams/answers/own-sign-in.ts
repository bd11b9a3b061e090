import type { OwnSignIn, OwnSignInState } from '../../../application/sync/own-sign-in';
import { answerCard } from '../cards/answer-card';
import { openUrl } from '../cards/make-button';
import { inline, line } from '../cards/plain-text';
import type { Reader } from '../cards/reader';
import type { AnswerKind } from './kind';

function stands(reader: Reader, { signedIn, who, refused }: OwnSignInState): string {
  if (refused === 'mfa') return reader.say('own-sign-in.mfa');
  if (refused) return reader.say('own-sign-in.refused');
  if (!signedIn) return reader.say('own-sign-in.nobody');
  return who === undefined
    ? reader.say('connect.signed-in')
    : reader.say('connect.signed-in-as', { who: inline(who) });
}

export const ownSignInText = (reader: Reader, { needed, left }: OwnSignIn): string => {
  if (needed) return reader.say('own-sign-in.needed');
  return reader.say(left ? 'own-sign-in.left' : 'own-sign-in.text');
};

/** How a person stands with Partner Center themselves, and a link to sign in by. */
export const ownSignInKind: AnswerKind<OwnSignIn> = {
  draw({ expand, reader: readerOf, buttons: buttonsOf }, answer, showing) {
    const reader = readerOf(showing.reader, 0);
    const make = buttonsOf(showing.surface, showing.here);
    const { states, left } = answer;
    const several = states.length > 1;
    const links = states.flatMap(({ name, link, signedIn }) => {
      // With an account's name before it there is no room for more on a phone.
      const words = reader.say(signedIn && !several ? 'own-sign-in.again' : 'connect.sign-in');
      const next = signedIn ? {} : { style: 'positive' };
      return openUrl(`${several ? `${line(name, 20)}: ` : ''}${words}`, link).map((one) => ({
        ...one,
        ...next,
      }));
    });
    const out = make({
      ...{ verb: 'command', title: reader.say('own-sign-in.sign-out') },
      data: { words: 'sign out' },
    });
    return answerCard(expand, reader, {
      titled: showing.surface === 'dialog',
      title: reader.say('own-sign-in.title'),
      text: ownSignInText(reader, answer),
      facts: states.map((state) => ({
        label: several ? inline(state.name, 80) : reader.say('connect.sign-in-label'),
        value: stands(reader, state),
      })),
      closing: [reader.say('own-sign-in.yours')],
      buttons: [...links, ...(!left && states.some(({ signedIn }) => signedIn) ? [out] : [])],
    });
  },
  eyes: () => 'person',
  page: () => 'medium',
};
