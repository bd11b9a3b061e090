import { CLOCK_RULES, type ClockRules } from './clocks';
import type { Facts } from './inputs';

/** What its desk has set for its clocks. */
export const clockRules = ({ clocks = CLOCK_RULES, desk }: Facts): ClockRules =>
  desk ? { ...clocks, zone: desk.zone } : clocks;
