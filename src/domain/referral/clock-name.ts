export type ClockName = 'respond' | 'contact' | 'expiry' | 'close' | 'act';

/** soon: the ladder says that the card shows it (12 h left to respond); passed: over. */
export type ClockState = 'running' | 'soon' | 'passed';

/** How a running clock stands: `deadline` (business time, ms), and how far its ladder has been worked off. */
export interface ClockStanding {
  readonly deadline: number;
  readonly upTo: number;
  readonly state: ClockState;
}

/** Only clocks that run are there. */
export type ClockStandings = Readonly<Partial<Record<ClockName, ClockStanding>>>;
