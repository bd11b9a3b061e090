import { applyChange } from '../../../src/domain/deal/change';
import { changedFields, compare, pick } from '../../../src/domain/deal/compare';
import type { ChangeField, Wanted } from '../../../src/domain/deal/deal';
import type { Held } from '../../../src/domain/deal/entries';
import { intend } from '../../../src/domain/referral/intents';
import type { Intent, Referral } from '../../../src/domain/referral/referral';
import type { Resource } from '../../../src/domain/record/resource';
import { HOUR, T0, facts, fromPartnerCenter, go, iso, lead, megan, stored } from '../builders';

export const worth = (value: string, over: Partial<Resource> = {}): Resource =>
  lead({ status: 'Active', substatus: 'Accepted', details: { dealValue: value, currency: 'EUR' }, ...over });

export const deal = (value = '10000'): Referral => fromPartnerCenter(worth(value));

export const member = (name: string, phoneNumber: string) => ({
  ...{ firstName: name, lastName: 'Ruiz', phoneNumber, email: `${name}@partner.example` },
  contactPreference: { locale: 'es' },
});

/** A colleague as they are wanted; without a phone: gone. */
export const heldAs = (name: string, phone?: string): Held => {
  const email = `${name}@partner.example`;
  return {
    key: email,
    ...(phone === undefined ? {} : { entry: { firstName: name, lastName: 'Ruiz', phone, email } }),
  };
};

interface Over {
  readonly by?: typeof megan;
  readonly holdUntil?: number;
}

export const wish = (referral: Referral, change: Wanted, at: number, { by = megan, holdUntil }: Over = {}) =>
  stored(
    intend(
      referral,
      {
        id: `edit-${JSON.stringify(change)}-${String(at)}`,
        by,
        change,
        ...(holdUntil === undefined ? {} : { holdUntil }),
      },
      facts(at),
    ),
  );

export const edit = (referral: Referral, dealValue: string, at: number, over: Over = {}) =>
  wish(referral, { dealValue }, at, over);

export const writes = (referral: Referral) =>
  referral.outbox.filter((effect) => effect.kind === 'write' && !effect.dead);

type Moved =
  | { readonly do: 'edit'; readonly change: Wanted; readonly by: typeof megan; readonly hold: boolean }
  /** Somebody does it in Partner Center. */
  | { readonly do: 'there'; readonly change: Wanted }
  | { readonly do: 'take' | 'lose' | 'refuse' | 'read' };

/** What somebody wanted of one field or entry last. */
interface Last {
  readonly intent: string;
  readonly change: Wanted;
}

/** A deal here and its record there, with one move after another. */
export class Life {
  referral: Referral;
  at = T0;
  readonly last = new Map<ChangeField, Last>();
  /** Of which intents which fields Partner Center has taken at some time, or that stand there anyway. */
  private readonly taken = new Set<string>();

  constructor(public there: Resource) {
    this.referral = fromPartnerCenter(there);
  }

  play(one: Moved): void {
    this.at += 2 * HOUR;
    this.referral = go(this.referral, { kind: 'wake' }, this.at);
    switch (one.do) {
      case 'edit':
        this.edit(one.change, one.by, one.hold);
        return;
      case 'there':
        this.there = applyChange(this.there, one.change as never, this.at);
        return;
      case 'read':
        this.settling(() => go(this.referral, { kind: 'observed', resource: this.record() }, this.at + 1));
        return;
      default:
        this.write(one.do);
    }
  }

  /** Partner Center answers everything, until nothing is owed. */
  rest(): void {
    for (let turn = 0; turn < 60 && this.referral.intents.length > 0; turn += 1) {
      this.play({ do: 'take' });
      this.play({ do: 'read' });
    }
  }

  hasArrived = (field: ChangeField, { intent, change }: Last): boolean =>
    this.taken.has(`${intent} ${field}`) || this.stands(field, change);

  private stands = (field: ChangeField, change: Wanted): boolean =>
    compare(this.there, pick(change, [field]), {}).done.length > 0;

  private edit(change: Wanted, by: typeof megan, hold: boolean): void {
    const before = this.referral.intents.length;
    const over = hold ? { by, holdUntil: this.at + 3 * HOUR } : { by };
    this.referral = wish(this.referral, change, this.at, over);
    const made = this.referral.intents.length > before ? this.referral.intents.at(-1) : undefined;
    for (const field of made ? changedFields(made.change) : [])
      this.last.set(field, { intent: made?.id ?? '', change });
  }

  /** What is no longer intended after it, and stands there as it was wanted, has arrived. */
  private settling(next: () => Referral): void {
    const { intents } = this.referral;
    this.referral = next();
    for (const { id, change } of intents) {
      const after = this.referral.intents.find((one) => one.id === id);
      const over = changedFields(change).filter((field) => !isIntended(after, field));
      for (const field of over) if (this.stands(field, change)) this.taken.add(`${id} ${field}`);
    }
  }

  private record(): Resource {
    return { ...this.there, updatedDateTime: iso(this.at) };
  }

  /** As the real one: the first write in the lane; it holds only if the record is as it was read (If-Match). */
  private write(how: 'take' | 'lose' | 'refuse'): void {
    const effect = writes(this.referral)[0];
    if (effect?.kind !== 'write') return;
    const intent = this.referral.intents.find((one) => one.id === effect.intent);
    if (!intent) return;
    if (how === 'refuse') {
      this.settle(effect.id, { kind: 'refused', why: 'invalid', detail: '400' });
      return;
    }
    const { updatedDateTime: _, ...read } = this.referral.observed;
    const { updatedDateTime: __, ...standing } = this.there;
    if (JSON.stringify(read) !== JSON.stringify(standing)) {
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
      return;
    }
    this.there = applyChange(this.there, intent.change, this.at);
    for (const field of changedFields(intent.change)) this.taken.add(`${intent.id} ${field}`);
    if (how === 'lose')
      this.settle(effect.id, { kind: 'read-instead', resource: this.record(), retryAt: this.at });
    else this.settle(effect.id, { kind: 'written', resource: this.record() });
  }

  private settle(effect: string, settlement: object): void {
    this.settling(() => go(this.referral, { kind: 'settled', effect, settlement } as never, this.at));
  }
}

const isIntended = (intent: Intent | undefined, field: ChangeField): boolean =>
  intent !== undefined && changedFields(intent.change).includes(field);
