import type { Activity, TurnContext } from 'botbuilder';
import { Fault } from '../../application/ports/faults';
import { placeOf, whoIs } from './in/activity-facts';
import { allowed } from './in/guards';
import { turnReference } from './in/messages';
import { isInvokeName, onInvoke, respond, sentence } from './answers/on-invoke';
import { onMessage, onSubmit } from './answers/on-message';
import { onPresence } from './answers/on-presence';
import { working, type BotParts, type Went, type Working } from './answers/parts';

export interface Bot {
  /** One turn. Rejects with what is no fault of ours (Teams refusing the answer, a defect): the adapter says so in words. */
  run(context: TurnContext): Promise<void>;
}

type Kind = 'message' | 'submit' | 'invoke' | 'presence' | 'ignored';

function kindOf(activity: Partial<Activity>): Kind {
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
  context: TurnContext,
  key: string,
  reference = '',
): Promise<void> {
  const { activity } = context;
  const { locale = reader.language } = activity;
  const text = renderer.say(key, { reference }, locale);
  if (activity.type !== 'invoke') await context.sendActivity({ type: 'message', text, textFormat: 'plain' });
  else if (isInvokeName(activity.name)) {
    await respond(context, sentence(renderer, activity.name, text, activity.value, locale));
  }
}

async function personTurn(parts: BotParts, context: TurnContext): Promise<Working | undefined> {
  const seen = whoIs(context.activity);
  if (!seen) return undefined;
  const { activity } = context;
  const person = await parts.useCases.seePerson(seen);
  const turn = {
    activity,
    id: activity.id ?? turnReference(context),
    seen,
    person,
    place: placeOf(activity),
  };
  return working(parts, context, turn);
}

async function routed(parts: BotParts, context: TurnContext, kind: Kind): Promise<Went> {
  const { activity } = context;
  if (kind === 'ignored') return { name: 'other', result: 'ignored' };
  if (kind === 'presence') return onPresence(parts, context);
  const { name } = activity;
  if (kind === 'invoke' && !isInvokeName(name)) {
    await respond(context, { status: 501 });
    return { name: 'unknown-invoke', result: 'not-implemented' };
  }
  const work = await personTurn(parts, context);
  if (!work) {
    await tell(parts, context, 'bot.stranger');
    return { name: kind, result: 'stranger' };
  }
  if (isInvokeName(name) && kind === 'invoke') return onInvoke(work, name);
  return kind === 'submit' ? onSubmit(work) : onMessage(work);
}

/** In the order that counts: may it come in, was it here before, then what it asks. */
async function guarded(parts: BotParts, context: TurnContext, kind: Kind): Promise<Went> {
  const { activity } = context;
  const verdict = allowed(activity, parts.rules);
  if (verdict.kind === 'refused') {
    if (kind === 'invoke') await respond(context, { status: 403 });
    return { name: kind, result: `refused-${verdict.why}` };
  }
  // An invoke that is repeated waits for its answer: it is answered again, and the command's id keeps it from acting twice.
  if (kind === 'invoke') return routed(parts, context, kind);
  if (!parts.seen.take(activity)) return { name: kind, result: 'repeated' };
  try {
    return await routed(parts, context, kind);
  } catch (error) {
    parts.seen.forget(activity);
    throw error;
  }
}

const KEYS: Readonly<Partial<Record<Fault['code'], string>>> = {
  'store-busy': 'bot.not-saved',
  'store-unavailable': 'bot.not-saved',
  unavailable: 'bot.no-answer',
};

/** A fault of what lies behind is said in words with its reference; anything else is the adapter's to tell. */
async function afterFault(
  parts: BotParts,
  context: TurnContext,
  error: unknown,
): Promise<Went & { reference: string }> {
  const key = error instanceof Fault ? KEYS[error.code] : undefined;
  if (!(error instanceof Fault) || key === undefined) throw error;
  const reference = turnReference(context);
  await tell(parts, context, key, reference);
  return { name: 'fault', result: error.code, reference };
}

/** The bot: guards, then routing by the activity's type, and one line in the log for each turn. */
export function createBot(parts: BotParts): Bot {
  const { real, log, metrics } = parts;
  return {
    async run(context) {
      const begun = real();
      const kind = kindOf(context.activity);
      let went: Went = { name: kind, result: 'failed' };
      try {
        went = await guarded(parts, context, kind).catch((error: unknown) =>
          afterFault(parts, context, error),
        );
      } finally {
        const ms = real() - begun;
        metrics.turn(kind, went.result, ms);
        const { name: did, ...how } = went;
        log.info({ turn: kind, did, place: placeOf(context.activity).kind, ...how, ms }, 'turn');
      }
    },
  };
}
