import type { EffectBase, ParkedUntil } from './living/effect';
import type { PersonRef } from './person/person-ref';
import type { Resource } from './record/resource';
import type { Notice } from './notices';

/** Whom a message is meant for. Who that is, is worked out when it is sent; a `PersonRef` is one person for certain. */
export type Audience = AudienceName | PersonRef;

/** `owner`: whoever holds it, as long as nobody does those who answer. `admins`: those named, else who set the desk up. */
export type AudienceName = 'owner' | 'responders' | 'managers' | 'admins' | 'colleagues';

/** Why somebody was reached: kept with the message, for "who is told" and the audit. */
export type Rule =
  | 'named'
  | 'owner'
  | 'answers'
  | 'manages'
  | 'colleague'
  | 'named-admin'
  | 'bound-the-desk'
  | 'added-the-app';

export interface Recipient {
  readonly to: PersonRef;
  readonly rule: Rule;
}

/** With whose right something was written: its author's own, or the desk's account's in place of theirs. */
export type Right = 'own' | 'stand-in';

/** Draws a referral's card in one place. One flag a place: `asked` counts the changes since it was owed. */
export interface ShowEffect extends EffectBase {
  readonly kind: 'show';
  readonly place: string;
  readonly asked: number;
}

/** A reply in the thread under the channel's card; `to`: who is mentioned in it. */
export interface SayEffect extends EffectBase {
  readonly kind: 'say';
  readonly notice: Notice;
  readonly to?: Audience;
  /** It was meant for the chats of this audience, which could not be opened. */
  readonly insteadOf?: AudienceName;
}

/**
 * A message in people's chats with the bot; a thread mention when a chat cannot be opened. An audience becomes one such
 * effect a person, with the rule that found them.
 */
export interface TellEffect extends EffectBase {
  readonly kind: 'tell';
  readonly notice: Notice;
  readonly to: Audience;
  readonly rule?: Rule;
  /** The audience that this person was found for. */
  readonly audience?: AudienceName;
}

/** Brings Partner Center what somebody here has done. */
export const isBringing = ({ kind }: Pick<EffectBase, 'kind'>): boolean =>
  kind === 'write' || kind === 'create';

/** It has been tried in vain; what is parked waits for a sign-in, which frees it. */
export const isTried = (effect: EffectBase): boolean =>
  isBringing(effect) && effect.tries > 0 && !effect.parked;

/** Of what is written with the right of the person whose change it is. */
interface ByAuthor {
  /** From then on the desk's account may write it in their place, business time in ms; absent: it waits for them. */
  readonly standsInAt?: number;
  /** They have been asked to sign in. */
  readonly asked?: true;
  /** Where nobody stands in for them: the managers are told then that it still waits, business time in ms. */
  readonly warnsAt?: number;
}

/** Writes an intent to Partner Center. */
export interface WriteEffect extends EffectBase, ByAuthor {
  readonly kind: 'write';
  readonly intent: string;
  /** So often the record had changed before it arrived. */
  readonly crossed?: number;
}

/** Writes a deal made here to Partner Center, or Microsoft's invitation to it: what `making` says is next. */
export interface CreateEffect extends EffectBase, ByAuthor {
  readonly kind: 'create';
}

/** Reads the referral from Partner Center. */
export interface ReadEffect extends EffectBase {
  readonly kind: 'read';
  readonly because: ReadBecause;
}

export type ReadBecause = 'confirm' | 'expiry' | 'intake';

/** Reads one record of an account's Partner Center, which may be new here. */
export interface FetchEffect extends EffectBase {
  readonly kind: 'fetch';
  /** Its id there. */
  readonly referral: string;
}

/** Says in the place of a card that it stands at another desk now. `desk`: the one that it was left at. */
export interface LeaveEffect extends EffectBase {
  readonly kind: 'leave';
  readonly desk: string;
  readonly activity: string;
}

/** A message in somebody's chat says something else now. */
export interface RetellEffect extends EffectBase {
  readonly kind: 'retell';
  readonly to: PersonRef;
  readonly activity: string;
  readonly notice: Notice;
}

/** Takes off a card that was posted twice and is not the one that is kept current. */
export interface TakeOffEffect extends EffectBase {
  readonly kind: 'take-off';
  readonly place: string;
  readonly activity: string;
}

/** Puts the older lines of what happened into the history. */
export interface KeepHistoryEffect extends EffectBase {
  readonly kind: 'keep-history';
}

/** Steps many referrals, a page at a time: what concerns all of a desk, or all that wait for somebody. */
export interface SweepEffect extends EffectBase {
  readonly kind: 'sweep';
  readonly of: SweepQuery;
  readonly does: SweepInput;
  /** The row that the next page comes after. */
  readonly after?: { readonly urgency: number; readonly id: string };
}

/** All that is given must be true. `key`: one of the projection's. */
export interface SweepQuery {
  readonly desk?: string;
  readonly stage?: 'received' | 'accepted';
  readonly key?: string;
}

/** `routed`: it belongs to this desk now, or to none and waits for one. `rules-changed`: drawn anew. `freed`: what waited for that event is tried again. `answers-again`: what Partner Center could not take is. */
export type SweepInput =
  | { readonly kind: 'routed'; readonly desk?: string | undefined }
  | { readonly kind: 'rules-changed' }
  | { readonly kind: 'freed'; readonly event: ParkedUntil }
  | { readonly kind: 'answers-again' };

/** One list in place of the many notices that a person would have had within a minute. */
export interface GatheredEffect extends EffectBase {
  readonly kind: 'gathered';
}

/** Draws a desk's list of what came at once. One flag a list: `asked` counts the changes since it was owed. */
export interface ListEffect extends EffectBase {
  readonly kind: 'list';
  readonly list: string;
  readonly asked: number;
}

export type ReferralEffect =
  | ShowEffect
  | SayEffect
  | TellEffect
  | WriteEffect
  | CreateEffect
  | ReadEffect
  | TakeOffEffect
  | RetellEffect
  | LeaveEffect
  | KeepHistoryEffect;
export type DeskEffect = TellEffect | SweepEffect | ListEffect;
export type PersonEffect = SweepEffect | GatheredEffect;
export type AccountEffect = TellEffect | SweepEffect | FetchEffect;
export type Effect = ReferralEffect | SweepEffect | GatheredEffect | FetchEffect | ListEffect;

/** How the performing of one effect ended, told back to the document. */
export type Settlement =
  /** A show: it is to be a row of this list of its desk instead. */
  | { readonly kind: 'listed'; readonly desk: string; readonly list: string }
  /** A show: where it stands now. `asked`: the flag's count when it was drawn. */
  | {
      readonly kind: 'shown';
      readonly asked: number;
      readonly activity?: string;
      readonly conversation?: string;
      readonly shown?: string;
    }
  /** The card to update has vanished: it is posted anew. */
  | { readonly kind: 'vanished' }
  /** `reached`: who was mentioned or written to, by which rule; `stands`: of a message to one person, where it is. */
  | {
      readonly kind: 'done';
      readonly reached?: readonly Recipient[];
      readonly stands?: {
        readonly activity: string;
        readonly conversation: string;
        readonly shown: string;
      };
    }
  /** Who an audience is now: one message each. */
  | { readonly kind: 'addressed'; readonly to: readonly Recipient[] }
  /** The lines up to this number are in the history. */
  | { readonly kind: 'kept'; readonly upTo: number }
  /** A page of a sweep is done; `after`: where the next begins. */
  | { readonly kind: 'swept'; readonly after?: { readonly urgency: number; readonly id: string } }
  /** A message to a person that cannot be opened: said in the thread instead. */
  | { readonly kind: 'unreachable'; readonly problem: string }
  | { readonly kind: 'parked'; readonly until: ParkedUntil; readonly problem: string }
  /** Not tried: there is no room before this business time (ms). */
  | { readonly kind: 'put-off'; readonly at: number }
  /** Try again at this business time (ms). */
  | { readonly kind: 'retry'; readonly at: number; readonly problem: string }
  | { readonly kind: 'rejected'; readonly problem: string }
  /** A write: what Partner Center answered, or what was read after an answer that left it open. `through`: the account that was asked. */
  | {
      readonly kind: 'written';
      readonly resource: Resource;
      readonly through?: string;
      readonly right?: Right;
    }
  /** Its author has to sign in first. `standIn`: the desk's account may write it later; `behind`: only one before it waits so. */
  | {
      readonly kind: 'unsigned';
      readonly standIn: boolean;
      readonly behind?: true;
      readonly problem: string;
    }
  | { readonly kind: 'read-instead'; readonly resource: Resource; readonly retryAt: number }
  /** `at`: the field that Partner Center names. */
  | {
      readonly kind: 'refused';
      readonly why: 'invalid' | 'forbidden' | 'no-right' | 'gone';
      readonly detail: string;
      readonly at?: string;
    }
  /** A create: the record that stands there now, of the deal or of Microsoft's side. */
  | { readonly kind: 'created'; readonly resource: Resource; readonly right?: Right }
  | { readonly kind: 'read'; readonly resource: Resource; readonly through?: string }
  | { readonly kind: 'not-found' };
