import { tellingClocks } from '../../domain/referral/face';
import type { Notice } from '../../domain/notices';
import type { Person } from '../../domain/person/person';
import { isHushed } from '../../domain/referral/quiet';
import type { Referral } from '../../domain/referral/referral';
import { isMootReminder } from '../../domain/referral/reminders';
import { isMootAsk } from '../../domain/referral/sign-in-asks';
import { stepReferral } from '../living/step-referral';
import { viewOf, type Reader } from '../lists/views';
import type { Message } from '../ports/messages';
import { readRecord } from '../sync/ways';
import type { World } from '../ports/world';

/** A referral, and as of when it is known to stand so, if it has just been read: a read that brings nothing new is not stored. */
export interface Fresh {
  readonly referral: Referral;
  readonly asOf?: number;
}

/** What a notice is worded from. Before a reminder a connected referral is read once; when that fails it says as of when. */
export async function freshFor(world: World, referral: Referral, notice: Notice): Promise<Fresh> {
  const stored = { referral };
  if (!('clocks' in notice || notice.kind === 'remind') || referral.truth !== 'partner-center') return stored;
  const read = await readRecord(world, referral);
  if (read.kind !== 'ok') return stored;
  const { value: resource, through } = read;
  const stepped = await stepReferral(world, referral.id, { kind: 'observed', resource, through });
  return { referral: stepped?.referral ?? referral, asOf: world.clock.now() };
}

/** Of a reminder only the clocks that there is still something to say about; nothing when none does. */
export function stillTrue(referral: Referral, notice: Notice): Notice | undefined {
  if (isMootReminder(referral, notice) || isMootAsk(referral, notice) || isHushed(referral, notice))
    return undefined;
  if (!('clocks' in notice)) return notice;
  const running = new Set(tellingClocks(referral));
  const clocks = notice.clocks.filter((clock) => running.has(clock));
  return clocks.length === 0 ? undefined : { ...notice, clocks };
}

export async function messageAbout(
  world: World,
  { referral, asOf }: Fresh,
  notice: Notice,
  reader: Reader,
  mention: readonly Person[],
): Promise<Message> {
  const view = await viewOf(world, referral, reader);
  return { kind: 'notice', notice, view: { ...view, asOf: asOf ?? view.asOf }, mention };
}
