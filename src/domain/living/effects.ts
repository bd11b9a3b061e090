import type { PersonRef } from '../person/person-ref';
import type { Notice } from '../referral/notices';

/** What an effect that cannot be done now waits for. */
export type ParkedUntil = 'desk-bound' | 'bot-installed' | 'person-reachable' | 'signed-in';

interface EffectBase {
  readonly id: string;
  /** The SCHEMA of the first program that can perform it. */
  readonly since: number;
  /** Effects of one lane are done in order; lanes do not wait for each other. */
  readonly lane: string;
  /** When it was owed, business time in ms. */
  readonly owedAt: number;
  readonly notBefore: number;
  readonly tries: number;
  readonly parked?: ParkedUntil;
  readonly dead?: true;
  /** A plain word on the last failure, for health and the log. */
  readonly problem?: string;
}

/** Draws a referral's card in one place. One flag a place: `asked` counts the changes since it was owed. */
export interface ShowEffect extends EffectBase {
  readonly kind: 'show';
  readonly place: string;
  readonly asked: number;
}

/** A reply in the thread under the channel's card. */
export interface SayEffect extends EffectBase {
  readonly kind: 'say';
  readonly notice: Notice;
  readonly mention: 'responders' | readonly PersonRef[];
}

/** A message in one person's chat with the bot; a thread mention when that cannot be opened. */
export interface TellEffect extends EffectBase {
  readonly kind: 'tell';
  readonly to: PersonRef;
  readonly notice: Notice;
}

/** Writes an intent to Partner Center. */
export interface WriteEffect extends EffectBase {
  readonly kind: 'write';
  readonly intent: string;
}

/** Reads the referral from Partner Center. */
export interface ReadEffect extends EffectBase {
  readonly kind: 'read';
  readonly because: 'confirm' | 'expiry' | 'intake';
}

export type Effect = ShowEffect | SayEffect | TellEffect | WriteEffect | ReadEffect;
