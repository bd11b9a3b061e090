import { applyChange } from '../../../src/domain/deal/change';
import { intend } from '../../../src/domain/referral/intents';
import type { Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { HOUR, T0, facts, fromPartnerCenter, go, iso, lead, megan, stored } from '../builders';

export const worth = (value: string, over: Partial<Resource> = {}): Resource =>
  lead({ status: 'Active', substatus: 'Accepted', details: { dealValue: value, currency: 'EUR' }, ...over });

export const deal = (value = '10000'): Referral => fromPartnerCenter(worth(value));

export const edit = (
  referral: Referral,
  dealValue: string,
  at: number,
  over: { by?: typeof megan; holdUntil?: number } = {},
) =>
  stored(
    intend(
      referral,
      {
        id: `edit-${dealValue}-${String(at)}`,
        by: over.by ?? megan,
        change: { dealValue },
        ...(over.holdUntil === undefined ? {} : { holdUntil: over.holdUntil }),
      },
      facts(at),
    ),
  );

export const writes = (referral: Referral) =>
  referral.outbox.filter((effect) => effect.kind === 'write' && !effect.dead);
type Moved =
  | { readonly do: 'edit'; readonly value: string; readonly by: typeof megan; readonly hold: boolean }
  | { readonly do: 'there'; readonly value: string }
  | { readonly do: 'take' | 'lose' | 'refuse' | 'read' };

/** A deal here and its record there, with one move after another. */
export class Life {
  referral = deal();
  there = '10000';
  at = T0;
  last: { readonly id: string; readonly value: string } | undefined;
  /** Intents that Partner Center has taken at some time, or that stand there anyway. */
  readonly taken = new Set<string>();

  play(one: Moved): void {
    this.at += 2 * HOUR;
    this.referral = go(this.referral, { kind: 'wake' }, this.at);
    switch (one.do) {
      case 'edit': {
        const before = this.referral.intents.length;
        this.referral = edit(this.referral, one.value, this.at, {
          by: one.by,
          ...(one.hold ? { holdUntil: this.at + 3 * HOUR } : {}),
        });
        const made = this.referral.intents.length > before ? this.referral.intents.at(-1) : undefined;
        if (made) this.last = { id: made.id, value: one.value };
        return;
      }
      case 'there':
        this.there = one.value;
        return;
      case 'read':
        this.read();
        return;
      default:
        this.write(one.do);
    }
  }

  /** Partner Center answers everything, until nothing is owed. */
  rest(): void {
    for (let turn = 0; turn < 60 && this.referral.intents.length > 0; turn += 1) {
      this.at += 2 * HOUR;
      this.referral = go(this.referral, { kind: 'wake' }, this.at);
      this.write('take');
      this.read();
    }
  }

  private read(): void {
    const before = this.referral.intents;
    this.referral = go(this.referral, { kind: 'observed', resource: this.record() }, this.at + 1);
    const gone = before.filter((one) => !this.referral.intents.some(({ id }) => id === one.id));
    for (const { id, change } of gone) if (change.dealValue === this.there) this.taken.add(id);
  }

  private record(): Resource {
    return worth(this.there, { updatedDateTime: iso(this.at) });
  }

  /** As the real one: the first write in the lane; it holds only if the record is as it was read (If-Match). */
  private write(how: 'take' | 'lose' | 'refuse'): void {
    const effect = writes(this.referral)[0];
    if (effect?.kind !== 'write') return;
    const intent = this.referral.intents.find((one) => one.id === effect.intent);
    const unchanged = String(this.referral.observed.details?.dealValue) === this.there;
    if (!intent) return;
    if (how === 'refuse') {
      this.settle(effect.id, { kind: 'refused', why: 'invalid', detail: '400' });
      return;
    }
    if (!unchanged) {
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
      return;
    }
    const after = applyChange(this.record(), intent.change, this.at);
    this.there = String(after.details?.dealValue);
    this.taken.add(intent.id);
    if (how === 'lose')
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
    else this.settle(effect.id, { kind: 'written', resource: this.record() });
  }

  private settle(effect: string, settlement: object): void {
    this.referral = go(this.referral, { kind: 'settled', effect, settlement } as never, this.at);
    const { last, referral } = this;
    const over = last && !referral.intents.some(({ id }) => id === last.id);
    // Somebody may have written the very same there.
    if (over && String(referral.observed.details?.dealValue) === last.value) this.taken.add(last.id);
  }
}
