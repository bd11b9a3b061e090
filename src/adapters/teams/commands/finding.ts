import type { ReferralView } from '../../../application/ports/messages';
import type { Found } from '../../../application/lists/find-referral';
import type { ReferralList } from '../../../application/lists/list-referrals';
import type { NameFit } from '../../../domain/referral/name-fit';
import type { Asking } from '../answers/asking';
import { said, type Answer, type Typed } from '../answers/answer';
import type { Look } from '../cards/look';
import { favourIt } from '../operations/favour';
import { operateOnReferral } from '../operations/operate';

/** The referral under whose card this was said. */
async function here({ turn: { place, person }, useCases }: Asking): Promise<ReferralView | undefined> {
  return place.kind === 'channel' && place.thread !== undefined
    ? useCases.lists.under(place.place.channel, place.thread, person)
    : undefined;
}

function shown(found: Found): Answer | undefined {
  if (found.kind === 'one') return { kind: 'details', view: found.view };
  return found.kind === 'several' ? { kind: 'several', list: found.list, verb: 'show' } : undefined;
}

/** `show <id or words>`: the referral meant, or those that may be meant; without words the one of this thread. */
export async function show(asking: Asking, words: string): Promise<Answer> {
  const view = words === '' ? await here(asking) : undefined;
  if (view) return { kind: 'details', view };
  if (words === '') return said('bot.words-needed', { command: 'show' });
  const found = await asking.useCases.lists.find(words, asking.turn.person);
  return shown(found) ?? noneFound(found, words);
}

/** `favourite <words>`: on or off; without words the one of this thread. */
export async function favourite(asking: Asking, words: string): Promise<Answer> {
  const view = words === '' ? await here(asking) : undefined;
  if (view) return favourIt(asking, view.id, 'other');
  if (words === '') return said('bot.words-needed', { command: 'favourite' });
  const found = await asking.useCases.lists.find(words, asking.turn.person);
  if (found.kind === 'one') return favourIt(asking, found.view.id, 'other');
  if (found.kind === 'several') return { kind: 'several', list: found.list, verb: 'favourite' };
  return noneFound(found, words);
}

/** Why there is nothing: they have no desk to look at, or cannot see all of them now; else the words fit nothing. */
function noneFound(found: Found, words: string): Answer {
  if (found.kind !== 'none') return said('bot.none-found', { words });
  if (found.why) return found.why;
  const desks = found.leftOut?.join(', ');
  if (desks !== undefined) return said('bot.none-found-here', { words, desks });
  const tenants = found.tenants?.slice(0, MOST_TENANTS).join(', ');
  return tenants === undefined
    ? said('bot.none-found', { words })
    : said('bot.none-in-tenants', { words, tenants });
}

/** Some tenants are enough to know one's own by. */
const MOST_TENANTS = 5;

const LONGEST_NAME = 100;

/** A customer's name alone shows that referral. `fit`: how well it must fit. Undefined: it is none. */
export async function named(asking: Asking, text: string, fit: NameFit): Promise<Answer | undefined> {
  const name = text.replace(/(?<![\s!?.])[\s!?.]+$/, '');
  if (name.length > LONGEST_NAME || !/\p{L}{2}|\p{N}{2}/u.test(name)) return undefined;
  return shown(await asking.useCases.lists.find(name, asking.turn.person, { name: fit }));
}

export async function search({ turn, useCases }: Asking, words: string): Promise<Answer> {
  if (words === '') return said('bot.words-needed', { command: 'search' });
  return useCases.lists.page('search', words, turn.person);
}

/**
 * `accept <words>` and the like: the form in typed words, or what came of it where there is none. Without words it is the
 * referral of this thread, else those that it can be done to are listed; where it cannot be done, the answer says why.
 */
export function startOperation(look: Look) {
  return async (asking: Asking, words: string): Promise<Answer> => {
    const found = await meant(look, asking, words);
    if (found.kind === 'one') return begin(look, asking, found.view);
    if (found.kind === 'several') return which(look, found.list);
    if (words === '') return candidates(look, asking);
    return (await withAnswer(look, asking, words)) ?? noneFound(found, words);
  };
}

/** Of an answer said with the command so many words are the answer at most: "edit tailspin close date 31 july 2026". */
const MOST_SAID = 5;

/** A customer is named by so many words at most where a text follows: "note wide world importers call back". */
const MOST_NAMING = 4;

/** How many of the words name the referral, the others being the answer. The most are tried first. */
function cuts({ says }: Look, words: number): readonly number[] {
  const [least, most] =
    says === 'text' ? [0, Math.min(MOST_NAMING, words - 1)] : [words - MOST_SAID, words - 1];
  return [...Array(words).keys()].reverse().filter((at) => at >= least && at <= most);
}

/** "called tailspin reached", and in its thread "called reached": the referral, and the first answer. */
async function withAnswer(look: Look, asking: Asking, words: string): Promise<Answer | undefined> {
  if (!look.operation.form) return undefined;
  const all = words.split(' ');
  for (const named of cuts(look, all.length)) {
    const found = await meant(look, asking, all.slice(0, named).join(' '));
    const first = all.slice(named).join(' ');
    const says = { first, words, ...(look.says === 'text' && { isText: true as const }) };
    if (found.kind === 'one') return begin(look, asking, found.view, says);
    if (found.kind === 'several') return which(look, found.list);
  }
  return undefined;
}

const which = ({ operation }: Look, list: ReferralList): Answer => ({
  kind: 'several',
  list,
  verb: operation.name,
});

/** Without words: the one of this thread. */
async function meant(look: Look, asking: Asking, words: string): Promise<Found> {
  const { turn, useCases } = asking;
  if (words !== '') return useCases.lists.find(words, turn.person, { stages: stagesOf(look) });
  const view = await here(asking);
  return view ? { kind: 'one', view } : { kind: 'none' };
}

type Listed = 'received' | 'accepted';

const stagesOf = ({ operation }: Look): readonly Listed[] =>
  operation.on === 'referral'
    ? Object.keys(operation.where).filter((stage): stage is Listed => stage !== 'archived')
    : [];

/** Where it is not possible the reason is said, and no form is begun. */
async function begin(
  look: Look,
  asking: Asking,
  { id, current }: ReferralView,
  says?: Typed['says'],
): Promise<Answer> {
  const { operation } = look;
  if (!operation.form) return operateOnReferral(look, asking, id);
  if (!stagesOf(look).some((stage) => stage === current.stage)) {
    const answer = await operateOnReferral(look, asking, id);
    if (answer.kind !== 'form') return answer.kind === 'ended' ? { ...answer, inWords: true } : answer;
  }
  return {
    kind: 'typed',
    form: operation.name,
    of: id,
    ...(says && { says }),
  };
}

/** What others' referrals take as well stands in no list of one's own. */
const isForOthers = ({ operation, undoes }: Look): boolean =>
  undoes === true || (operation.on === 'referral' && operation.where.accepted === 'desk');

async function candidates(look: Look, { turn, useCases }: Asking): Promise<Answer> {
  if (isForOthers(look))
    return said('bot.words-needed', { command: look.command?.name ?? look.operation.name });
  const name = stagesOf(look)[0] === 'accepted' ? 'my-active-deals' : 'inbox';
  const list = await useCases.lists.page(name, '', turn.person);
  return list.kind === 'list' && list.rows.length > 0 ? which(look, list) : list;
}
