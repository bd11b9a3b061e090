import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../application/ports/ports';

/** Seconds: the connector's own limit is 8 s, Teams waits 15 s for a turn. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15];
/** Label values come from closed lists of ours; anything longer is a mistake and would cost memory. */
const MAX_LABEL = 60;

const label = (value: string): string => value.slice(0, MAX_LABEL);

/** Counters and timings on prom-client, in a registry of their own, with the process's own figures. */
export function createMetrics(): Metrics & { text(): Promise<string> } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const timed = (name: string, help: string): Histogram<'kind' | 'result'> =>
    new Histogram({ name, help, labelNames: ['kind', 'result'], buckets: BUCKETS, registers });
  const effects = timed('referral_desk_effect_seconds', 'Effects performed, by kind and how they ended');
  const turns = timed(
    'referral_desk_turn_seconds',
    'Turns of the bot, by kind of activity and how they ended',
  );
  const commands = new Counter({
    name: 'referral_desk_commands_total',
    help: 'Commands and card actions, by name and outcome',
    labelNames: ['name', 'outcome'],
    registers,
  });
  const intake = new Counter({
    name: 'referral_desk_intake_total',
    help: 'Referrals that came by the intake, by result',
    labelNames: ['result'],
    registers,
  });
  const heldBack = new Counter({
    name: 'referral_desk_held_back_total',
    help: 'Messages put off because the budget of a conversation or of the tenant was used up',
    labelNames: ['by'],
    registers,
  });
  return {
    effect: (kind, result, ms) => effects.observe({ kind: label(kind), result: label(result) }, ms / 1_000),
    turn: (kind, result, ms) => turns.observe({ kind: label(kind), result: label(result) }, ms / 1_000),
    command: (name, outcome) => commands.inc({ name: label(name), outcome: label(outcome) }),
    intake: (result) => intake.inc({ result: label(result) }),
    heldBack: (by) => heldBack.inc({ by: label(by) }),
    text: () => registry.metrics(),
  };
}
