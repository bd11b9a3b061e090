import type { UseCases } from '../../application/application';
import { Fault } from '../../application/ports/faults';
import { placeOf, tenantIn, whoIs } from './in/activity-facts';
import { askReached } from './in/ask-reached';
import { allowed } from './in/guards';
import type { StringKey } from './cards/string-key';
import type { Exchange } from './in/exchange';
import { FILE_CONSENT, onFileConsent } from './in/on-file-consent';
import { isInvokeName, onInvoke, sentence } from './in/on-invoke';
import { onSearch, SEARCH } from './in/on-search';
import { onTokenExchange, onTokenFailure, TOKEN_EXCHANGE, TOKEN_FAILURE } from './in/on-token-exchange';
import { onMessage, onSubmit } from './in/on-message';
import { onPresence } from './in/on-presence';
import { working, type BotParts, type Went, type Working } from './in/working';

export interface Bot {
  /** One turn. Rejects with what is no fault of ours (Teams refusing the answer, a defect): the adapter says so in words. */
  run(exchange: Exchange): Promise<void>;
}

type Kind = 'message' | 'submit' | 'invoke' | 'presence' | 'ignored';

function kindOf(activity: Partial<Exchange['activity']>): Kind {
  switch (activity.type) {
    case 'message': {
      const wordless = typeof activity.text !== 'string' || activity.text.trim() === '';
      return wordless && typeof activity.value === 'object' && activity.value !== null ? 'submit' : 'message';
    }
    case 'invoke':
      return 'invoke';
    case 'installationUpdate':
    case 'conversationUpdate':
      return 'presence';
    default:
      return 'ignored';
  }
}

/** Words outside any handler: by the surface that the activity came from. */
async function tell(
  { renderer, reader }: BotParts,
  exchange: Exchange,
  key: StringKey,
  reference = '',
): Promise<void> {
  const { activity } = exchange;
  const { locale = reader.language } = activity;
  const text = renderer.say(key, { reference }, locale);
  const isConsent = activity.name === FILE_CONSENT;
  if (activity.type !== 'invoke' || isConsent) await exchange.sendPlain(text);
  if (isConsent) await exchange.respond({ status: 200 });
  else if (activity.type === 'invoke' && isInvokeName(activity.name)) {
    await exchange.respond(sentence(renderer, activity.name, text, activity.value, locale));
  }
}

async function personTurn(parts: BotParts, exchange: Exchange): Promise<Working | undefined> {
  const seen = whoIs(exchange.activity);
  if (!seen) return undefined;
  const { activity } = exchange;
  const person = await parts.useCases.people.see(seen);
  const turn = {
    id: activity.id ?? exchange.reference,
    seen,
    person,
    place: placeOf(activity),
  };
  return working(parts, exchange, turn);
}

/** What a client asks in a name; undefined: nothing that is known here. */
function invoked(name: string | undefined): ((work: Working) => Promise<Went>) | undefined {
  if (name === SEARCH) return onSearch;
  if (name === FILE_CONSENT) return onFileConsent;
  if (name === TOKEN_EXCHANGE) return onTokenExchange;
  if (name === TOKEN_FAILURE) return onTokenFailure;
  return isInvokeName(name) ? (work) => onInvoke(work, name) : undefined;
}

async function routed(parts: BotParts, exchange: Exchange, kind: Kind): Promise<Went> {
  const { activity } = exchange;
  if (kind === 'ignored') return { name: 'other', result: 'ignored' };
  if (kind === 'presence') return onPresence(parts, exchange);
  const handle = { message: onMessage, submit: onSubmit, invoke: invoked(activity.name) }[kind];
  if (!handle) {
    await exchange.respond({ status: 501 });
    return { name: 'unknown-invoke', result: 'not-implemented' };
  }
  const work = await personTurn(parts, exchange);
  if (!work) {
    await tell(parts, exchange, 'bot.stranger');
    return { name: kind, result: 'stranger' };
  }
  const went = await handle(work);
  await askReached(work);
  return went;
}

/** In the order that counts: may it come in, was it here before, then what it asks. */
async function guarded(parts: BotParts, exchange: Exchange, kind: Kind): Promise<Went> {
  const { activity } = exchange;
  const verdict = allowed(activity, parts.rules);
  if (verdict.kind === 'refused') {
    if (kind === 'invoke') await exchange.respond({ status: 403 });
    return { name: kind, result: `refused-${verdict.why}` };
  }
  // An invoke that is repeated waits for its answer: it is answered again, and the command's id keeps it from acting twice.
  if (kind === 'invoke') return routed(parts, exchange, kind);
  if (!parts.seen.take(activity)) return { name: kind, result: 'repeated' };
  try {
    return await routed(parts, exchange, kind);
  } catch (error) {
    parts.seen.forget(activity);
    throw error;
  }
}

const KEYS: Readonly<Partial<Record<Fault['code'], StringKey>>> = {
  'store-busy': 'bot.not-saved',
  'store-unavailable': 'bot.not-saved',
  unavailable: 'bot.no-answer',
};

/** A fault of what lies behind is said in words with its reference; anything else is the adapter's to tell. */
async function afterFault(
  parts: BotParts,
  exchange: Exchange,
  error: unknown,
): Promise<Went & { reference: string }> {
  const key = error instanceof Fault ? KEYS[error.code] : undefined;
  if (!(error instanceof Fault) || key === undefined) throw error;
  const reference = exchange.reference;
  await tell(parts, exchange, key, reference);
  return { name: 'fault', result: error.code, reference };
}

/** What a person was answered waits for nothing and nobody waits for its counting. */
function count({ useCases }: BotParts, { activity, sent }: Exchange): void {
  if (sent.size === 0) return;
  const tenant = tenantIn(activity);
  for (const [conversation, messages] of sent)
    void useCases.people.answered({ conversation, tenant }, messages);
}

/** What is the same for all turns; `turn` gives the use cases of one. */
export type BotMakings = Omit<BotParts, 'useCases'> & { readonly turn: () => UseCases };

/** The bot: guards, then routing by the activity's type, and one line in the log for each turn. */
export function createBot({ turn, ...makings }: BotMakings): Bot {
  const { real, log, metrics } = makings;
  return {
    async run(exchange) {
      const begun = real();
      const parts = { ...makings, useCases: turn() };
      const kind = kindOf(exchange.activity);
      let went: Went = { name: kind, result: 'failed' };
      try {
        went = await guarded(parts, exchange, kind).catch((error: unknown) =>
          afterFault(parts, exchange, error),
        );
      } finally {
        count(parts, exchange);
        const ms = real() - begun;
        metrics.turn(kind, went.result, ms);
        const { name: did, ...how } = went;
        log.info({ turn: kind, did, place: placeOf(exchange.activity).kind, ...how, ms }, 'turn');
      }
    },
  };
}
