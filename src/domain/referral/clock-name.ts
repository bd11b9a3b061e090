export type ClockName = 'respond' | 'contact' | 'expiry';

/** How far a clock's ladder has been worked off, for the deadline it had then (business time, ms). */
export interface Tick {
  readonly deadline: number;
  readonly upTo: number;
}
