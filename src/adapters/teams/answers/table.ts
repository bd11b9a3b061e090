import type { Renderer } from '../cards/drawing';
import type { Way } from '../cards/make-button';
import type { Card, Drawn } from '../cards/shown';
import type { Model } from '../cards/templates';
import type { Drawable } from './answer';
import { baseKind } from './base';
import { bulkKind } from './bulk';
import { cancelledKind } from './cancelled';
import { choicesKind } from './choices';
import { connectionsKind } from './connections';
import { contactsKind } from './contacts';
import { detailsKind } from './details';
import { diagnosisKind } from './diagnosis';
import { endedKind } from './ended';
import { fileOfferKind } from './file-offer';
import { formKind } from './form';
import { helpKind } from './help';
import type { AnswerKind, Eyes, Page, Showing } from './kind';
import { listKind } from './list';
import { ownSignInKind } from './own-sign-in';
import { pastKind } from './past';
import { reachedKind } from './reached';
import { refusalKind } from './refusal';
import { saidKind } from './said';
import { severalKind } from './several';

type Kinds = { readonly [K in Drawable['kind']]: AnswerKind<Extract<Drawable, { readonly kind: K }>> };

/** Every kind of answer there is. To add one: a file beside this one, a row here, a template in `cards/`. */
const KINDS: Kinds = {
  form: formKind,
  ended: endedKind,
  cancelled: cancelledKind,
  'bulk-preview': bulkKind,
  'bulk-wrong': bulkKind,
  'bulk-taken': bulkKind,
  'bulk-not': bulkKind,
  choices: choicesKind,
  connections: connectionsKind,
  contacts: contactsKind,
  list: listKind,
  several: severalKind,
  details: detailsKind,
  diagnosis: diagnosisKind,
  past: pastKind,
  base: baseKind,
  help: helpKind,
  'file-offer': fileOfferKind,
  reached: reachedKind,
  said: saidKind,
  'not-found': refusalKind,
  'no-form': refusalKind,
  'not-yours': refusalKind,
  'no-desk': refusalKind,
  'desk-lost': refusalKind,
  'admin-only': refusalKind,
  'no-right': refusalKind,
  'own-sign-in': ownSignInKind,
};

const kindOf = (answer: Drawable): AnswerKind<Drawable> => KINDS[answer.kind];

const withButton = (card: Card, button: Model): Card => ({
  ...card,
  actions: [...((card['actions'] as readonly Model[] | undefined) ?? []), button],
});

/** Puts an answer into words and cards for one reader on one surface. `back`: where a card that replaced another leads back to. */
export function drawn(renderer: Renderer, answer: Drawable, showing: Showing, back?: Way): Drawn {
  const kind = kindOf(answer);
  const shown = kind.draw(renderer, answer, showing);
  const leads = back && showing.surface === 'card' && answer.kind !== 'base' && !kind.goesBack?.(answer);
  if (!shown.card || !leads) return shown;
  const { language } = showing.reader;
  const button = renderer.buttons('card')({
    verb: 'back',
    title: renderer.say('buttons.back', {}, language),
    data: { back },
  });
  return { ...shown, card: withButton(shown.card, button) };
}

export const eyesFor = (answer: Drawable): Eyes => kindOf(answer).eyes?.(answer) ?? 'all';

export const pageOf = (answer: Drawable): Page => kindOf(answer).page?.(answer) ?? 'large';
