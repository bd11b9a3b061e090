/** What a deployment may set. */
export interface RegistrationRules {
  /** Least value of the deal in US dollars. */
  readonly leastUsd: number;
  /** So long after it was made a deal may be won and registered, in ms. */
  readonly afterMs: number;
  /** What one unit of a currency is worth in US dollars, by its ISO code. */
  readonly usd: Readonly<Record<string, number>>;
}

/** "At least USD 25,000", "no earlier than 72 hours after creation" (register-deals page). Rates are the deployment's to tell. */
export const REGISTRATION_RULES: RegistrationRules = { leastUsd: 25_000, afterMs: 72 * 3_600_000, usd: {} };
