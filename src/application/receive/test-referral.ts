import { present, type Desk } from '../../domain/desk/desk';
import { refTo, type Person } from '../../domain/person/person';
import type { Referral } from '../../domain/referral/referral';
import { newTest } from '../../domain/referral/step';
import { isTestOver, TEST_ACCOUNT, testKey, testNumber, testResource } from '../../domain/referral/test-run';
import { boundDesk } from '../desks/bound';
import { factsAt } from '../living/step-referral';
import { maySetUp, namedDesk, type WhichDesk } from '../operate/named-desk';
import { adminOnly } from '../people/admin-only';
import type { Refusal } from '../people/refusal';
import type { World } from '../ports/world';

/** A test has begun at that desk, or one runs there already. */
export interface TestBegun {
  readonly kind: 'test-begun' | 'test-runs';
}

/**
 * Begins a test at the desk of `channel`, or, said somewhere else, at the one whose name has these words. For who may set it up
 * and who bound it. One at a time: what two people begin in the same moment is one.
 */
export async function testReferral(
  world: World,
  channel: string | undefined,
  words: string,
  by: Person,
): Promise<TestBegun | WhichDesk | Refusal> {
  const desk = await (channel === undefined
    ? namedDesk(world, words, by, (one) => isBinder(one, by))
    : deskHere(world, channel, by));
  if (desk.kind !== 'desk') return desk;
  if (!desk.reachable) return { kind: 'desk-lost', desks: [desk.name] };
  const last = (await lastTest(world, desk))[0];
  if (last && !isTestOver(last)) return { kind: 'test-runs' };
  const number = last ? testNumber(last.observed) + 1 : 1;
  const facts = factsAt(world, [TEST_ACCOUNT], desk);
  const born = newTest(testResource(desk.id, number, facts.now), refTo(by), facts);
  const inserted = await world.store.insert('referral', born);
  world.kick();
  return { kind: inserted ? 'test-begun' : 'test-runs' };
}

const lastTest = async (world: World, { id }: Desk): Promise<readonly Referral[]> =>
  (await world.store.list('referral', { key: testKey(id) }, 1)).items;

const isBinder = (desk: Desk, { id }: Person): boolean =>
  present(desk, [desk.boundBy]).some((one) => one.id === id);

async function deskHere(world: World, channel: string, by: Person): Promise<Desk | Refusal> {
  const desk = await boundDesk(world.store, channel);
  if (!desk) return { kind: 'no-desk' };
  return isBinder(desk, by) || (await maySetUp(world, desk, by)) ? desk : adminOnly(world, desk);
}
